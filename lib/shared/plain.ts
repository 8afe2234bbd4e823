/** A text as one looks for it in a list: without marks, and small. Names in other scripts are found by the search of people. */
export const toPlain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
