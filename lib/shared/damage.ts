/** Begins the sentence that stands in the place of a damaged text, so that it is seen as one and nothing is made of its words. */
export const DAMAGE_SIGN = '⚠ '
