import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useAsylumWords } from '@/components/asylum/asylum-words'
import { Tag } from '@/components/ui/tag'
import type { Sheet } from '@/lib/cases/sheet.data'
import type { FileEvent } from '@/lib/cases/timeline.view'
import { fileHref } from './file-frame'

/** Something that happened in a procedure or beside it, named by the room that recorded it, with the way to it. */
export const EventEntry = ({
  item,
  sheet,
  since,
}: {
  item: FileEvent
  sheet: Pick<Sheet, 'id' | 'code'>
  /** The last review of the file: what was written after it is marked. */
  since: Date | null
}) => {
  const t = useTranslations('cases')
  const { said, day } = useAsylumWords()
  const isNew = since !== null && item.touchedAt > since
  return (
    <li
      data-print="whole"
      id={`entry-${item.id}`}
      className="border-b border-hair py-4 first:pt-0 last:border-b-0"
    >
      <h3 className="flex flex-wrap items-baseline gap-x-2.5 font-sans text-base">
        <Link
          href={`${fileHref(sheet, item.room)}#${item.anchor}`}
          prefetch={false}
          className="font-semibold"
        >
          {said(item.said)}
        </Link>
        <span className="text-sm font-normal text-muted">
          {day({ on: item.when, notifiedOn: null })} · {item.author}
        </span>
      </h3>
      {isNew ? (
        <p className="mt-1">
          <Tag kind="info">{t('timeline.new')}</Tag>
        </p>
      ) : null}
      {item.text === '' ? null : (
        <p dir="auto" className="mt-1.5 max-w-prose whitespace-pre-wrap wrap-anywhere">
          {item.text}
        </p>
      )}
    </li>
  )
}
