/** A date in words that no line breaks in two: a short day of the week stays with the day, the day with its month, the month with its year. */
export const unbroken = (date: string): string =>
  date
    .replace(/(\p{L}\.?) (\d{4})/u, '$1\u00a0$2')
    .replace(/\b(\d\d?(?:er)?\.?) (\p{L})/u, '$1\u00a0$2')
    .replace(/^(\p{L}{2,4}\.?,?) (\d)/u, '$1\u00a0$2')
