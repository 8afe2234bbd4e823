/** A date in words that no line breaks in two: the day stays with its month, the month with its year. */
export const unbroken = (date: string): string =>
  date.replace(/(\p{L}\.?) (\d{4})/u, '$1\u00a0$2').replace(/\b(\d\d?(?:er)?\.?) (\p{L})/u, '$1\u00a0$2')
