/** Answers of a rule that is asked of the same words again and again, as labels are; only so many are kept. */
const MOST = 2000;

export function remembered<A extends string, R>(rule: (text: A) => R): (text: A) => R {
  const answers = new Map<A, R>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = rule(text);
    if (answers.size >= MOST) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
