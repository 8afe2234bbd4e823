/** A lock that is broken on purpose, and the test that must see it. */
export type Mutant = {
  readonly name: string
  /** The test file that must turn red. */
  readonly red: string
  readonly file: string
  /** Absent: the file is new, or text is added to its end. */
  readonly find?: string
  readonly replace: string
}
