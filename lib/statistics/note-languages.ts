import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Languages of the notes in an archive. */
export const noteLanguages = vocabulary('statistics.note-languages', ['en', 'fr', 'nl', 'de'])
export type NoteLanguage = CodeOf<typeof noteLanguages>
