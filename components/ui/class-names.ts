/** Joins class names and drops what is absent. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter((name) => name).join(' ')
