import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** With whom a template is tried: long names and many lines, a name from right to left, and someone of whom nothing is known. */
export const PREVIEWS = vocabulary('letters.previews', ['long', 'rtl', 'empty'])
export type Preview = CodeOf<typeof PREVIEWS>
