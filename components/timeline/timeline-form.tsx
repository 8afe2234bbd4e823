'use client'
import type { ReactNode } from 'react'
import { AddressForm } from '@/components/forms/address-form'
import { readTimelineForm, writeTimelineQuery } from '@/lib/timeline/timeline.schema'

/** What the timeline of one file shows, as its address. */
export const TimelineForm = ({
  code,
  fileId,
  query,
  children,
}: {
  code: string
  fileId: string
  query: string
  children: ReactNode
}) => (
  <AddressForm
    action={`/cases/${code}`}
    query={query}
    toAddress={(fields) => {
      const narrowed = writeTimelineQuery(readTimelineForm(fields))
      const file = `/cases/${code}?file=${fileId}`
      return { query: narrowed, href: narrowed === '' ? file : `${file}&${narrowed}` }
    }}
  >
    <input type="hidden" name="file" value={fileId} />
    {children}
  </AddressForm>
)
