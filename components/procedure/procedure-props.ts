/** The pages of a file to which the story leads. */
export type PageHrefs = Readonly<Record<'asylum' | 'detention' | 'guardianship' | 'deadlines', string>> & {
  /** Where the report of a minor to the Guardianship Service is written. */
  readonly report: (personId: string) => string
}
