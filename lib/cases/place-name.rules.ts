/** A place in a line of a list: a closed centre by its proper name alone, which its label ends with in every language. */
export const properPlace = (kind: string, label: string): string =>
  kind === 'closed_centre' ? (label.split(' ').at(-1) ?? label) : label
