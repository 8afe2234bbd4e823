/** Languages of the notes in an archive. */
export const noteLanguages = ['en', 'fr', 'nl', 'de'] as const
export type NoteLanguage = (typeof noteLanguages)[number]
