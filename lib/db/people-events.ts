/** What the trail says of searches: who was shown, and a keyed mark by which two searches for the same words are known. */
export type PeopleEvent = {
  readonly event: 'people.searched'
  readonly caseIds: readonly string[]
  readonly term: string
  readonly more: boolean
}
