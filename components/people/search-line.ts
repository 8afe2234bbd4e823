// A line about someone on its way from the palette to the page of the search: in the memory of this window alone, in no address.
let line = ''

export const putLine = (text: string): void => {
  line = text
}

/** Once: afterwards it is gone. */
export const takeLine = (): string => {
  const text = line
  line = ''
  return text
}
