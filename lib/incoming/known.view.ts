import type { IncomingContent } from './incoming.schema'

type Enquiry = { readonly id: string; readonly nationality: string | null; readonly language: string | null }

/** What the form of a new file says already when it is opened from an enquiry. */
export const fromEnquiry = ({ id, nationality, language }: Enquiry) => ({
  key: id,
  fields: {
    enquiryId: id,
    ...(nationality === null ? {} : { nationality }),
    ...(language === null ? {} : { language }),
  },
})

/** As long as a next step may be. */
const LONGEST_STEP = 500

/** The same from what a partner typed; all of it becomes a note of the file besides. */
export const fromIncoming = ({
  id,
  content,
}: {
  readonly id: string
  readonly content: IncomingContent
}) => ({
  key: id,
  fields: {
    incomingId: id,
    name: content.person,
    language: content.language,
    nextStep: content.need.slice(0, LONGEST_STEP),
    ...(content.birthYear === '' ? {} : { ageAnswer: 'born' as const, born: content.birthYear }),
  },
})
