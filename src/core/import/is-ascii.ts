export const isAscii = (text: string): boolean => ASCII.test(text);

const ASCII = /^[\x00-\x7f]*$/;
