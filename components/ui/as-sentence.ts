/** A few words as the beginning of a line. */
export const asSentence = (words: string, locale: string): string =>
  words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
