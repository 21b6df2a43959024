/** The end of what a program said, fit to be shown: whole lines, no colours, no control characters. */
const TAIL = 4000;
/** Colours and other escape sequences, then any control character but line break and tab. */
const CONTROL = /\u001B\[[0-?]*[ -/]*[@-~]|\u001B\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

export function keepTail(): { readonly add: (text: string) => void; readonly text: () => string } {
  let kept = '';
  return {
    add: (text) => {
      kept = (kept + text).slice(-4 * TAIL);
    },
    text() {
      const plain = kept.replace(/\r\n?/g, '\n').replace(CONTROL, '').trim();
      return plain.length <= TAIL ? plain : plain.slice(-TAIL).replace(/^[^\n]*\n/, '');
    },
  };
}
