/** Someone at a keyboard. */
export interface Questioner {
  /**
   * The answer to a question, without surrounding white space.
   *
   * @throws Cancelled when there is none to come
   */
  readonly ask: (question: string) => Promise<string>;
  /** Shows a text of one line or several. */
  readonly tell: (text: string) => void;
}

/** What an answer stands for, or why it stands for nothing. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

/**
 * Asks until an answer can be used.
 *
 * @param fallback - what an empty answer stands for; shown with the question
 */
export async function askUntil<T>(
  questioner: Questioner,
  question: string,
  read: (answer: string) => Reading<T>,
  fallback?: string,
): Promise<T> {
  const hint = fallback === undefined ? '' : ` [${fallback}]`;
  for (;;) {
    const answer = await questioner.ask(`${question}${hint}: `);
    const reading = read(answer === '' ? (fallback ?? '') : answer);
    if ('value' in reading) {
      return reading.value;
    }
    questioner.tell(reading.problem);
  }
}
