/** Something in an archive is not as it must be. The message is a sentence for the person who runs the verifier. */
export class Refusal extends Error {}

export function refuseUnless(isRight: boolean, sentence: string): asserts isRight {
  if (!isRight) throw new Refusal(sentence)
}
