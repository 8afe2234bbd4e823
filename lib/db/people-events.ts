/** What the audit log says of searches: who was shown, and a keyed mark by which two searches for the same words are known. */
type SearchEvent = {
  readonly event: 'people.searched'
  readonly caseIds: readonly string[]
  readonly term: string
  readonly more: boolean
}
/** Two rows of one person: brought together, parted again, said to be two or to be asked again; and the same in the history of each of their files. */
type MergeEvent =
  | {
      readonly event: 'people.merged'
      readonly mergeId: string
      readonly keptId: string
      readonly absorbedId: string
      readonly because: string
    }
  | { readonly event: 'people.parted'; readonly mergeId: string; readonly conflicts: readonly string[] }
  | {
      readonly event: 'people.toldApart' | 'people.askedAgain'
      readonly oneId: string
      readonly otherId: string
    }
  | {
      readonly event: 'person.merged' | 'person.parted'
      readonly caseId: string
      readonly personId: string
      readonly mergeId: string
    }
/** What an admin said of two given names; the row says which. */
type NamesEvent = { readonly event: 'names.ruled'; readonly rulingId: string }
export type PeopleEvent = SearchEvent | MergeEvent | NamesEvent
