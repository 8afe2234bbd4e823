import type { ReactNode } from 'react'
import { PhoneFold } from '@/components/ui/phone-fold'

/** So many a phone shows at first. */
const FIRST = 4

/** What happened, the latest first: lines with hairlines between them, the earlier ones of a phone after one press. */
export const EventList = ({
  entries,
  label,
}: {
  /** List items. */
  entries: readonly ReactNode[]
  /** Of the earlier ones, by how many they are. */
  label: (count: number) => ReactNode
}) => (
  <div>
    <ol className="border-t border-hair">{entries.slice(0, FIRST)}</ol>
    {entries.length > FIRST ? (
      <PhoneFold label={label(entries.length - FIRST)}>
        <ol start={FIRST + 1}>{entries.slice(FIRST)}</ol>
      </PhoneFold>
    ) : null}
  </div>
)

/** One of them; its room says what it is. */
export const EventLine = ({ id, children }: { id: string; children: ReactNode }) => (
  <li id={`event-${id}`} data-print="whole" className="tooled-row border-b border-hair py-2.5">
    {children}
  </li>
)
