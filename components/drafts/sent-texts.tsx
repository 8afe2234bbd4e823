'use client'
import { useTranslations } from 'next-intl'
import type { OutboxItem } from '@/lib/drafts/outbox'
import { useKeptLabels } from './kept-labels'

/** That something was sent, and when. What it was lies on the server and not here any more. */
export const SentTexts = ({ sent }: { sent: readonly OutboxItem[] }) => {
  const t = useTranslations('drafts')
  const { when, title } = useKeptLabels()
  return (
    <ul className="grid gap-1">
      {sent.map((item) => (
        <li key={item.id}>
          {title(item)}{' '}
          <span className="text-muted">{t('sentAt', { when: when(item.sentAt ?? item.at) })}</span>
        </li>
      ))}
    </ul>
  )
}
