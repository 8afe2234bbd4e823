/**
 * How heavy a file is for the one who holds it. Numbers of files compare badly: one person in a closed centre with a critical
 * signal asks for more visits and calls than three quiet files. The points are a convention of the application, few enough to be
 * said in a sentence and checked by hand; every page that shows a load shows them too. They measure work, not people.
 */
export const POINTS = {
  file: 2,
  highRisk: 2,
  mediumRisk: 1,
  detained: 1,
  worry: 1,
  furtherPerson: 1,
} as const
/** A family of eight is not four times the work of a family of two. */
export const MOST_FURTHER_PEOPLE = 3

export type Burden = {
  readonly risk: string
  readonly people: number
  /** A person of the file is in a closed centre now. */
  readonly isDetained: boolean
  /** A serious or critical signal that no one has answered. */
  readonly hasWorry: boolean
}

/** The points of one file. A risk the list does not know counts as medium, as for silence. */
export const toWeight = ({ risk, people, isDetained, hasWorry }: Burden): number =>
  POINTS.file +
  (risk === 'high' ? POINTS.highRisk : risk === 'low' ? 0 : POINTS.mediumRisk) +
  (isDetained ? POINTS.detained : 0) +
  (hasWorry ? POINTS.worry : 0) +
  Math.min(MOST_FURTHER_PEOPLE, Math.max(0, people - 1)) * POINTS.furtherPerson
