/** A few words as the beginning of a line. */
export const asSentence = (words: string, locale: string): string =>
  words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)

/** Words that are followed by a sentence, with the full stop that parts the two. */
export const withStop = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)
