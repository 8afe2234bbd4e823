import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { setShipped } from '@/lib/configuration/configuration.actions'
import type { Edition } from '@/lib/configuration/edition.rules'
import type { SettingKey } from '@/lib/settings/registry.schema'
import { History } from './history'
import { shippedOf, useSettingWords } from './setting-words'

/** The keys that have a line on a page; the steps of the first days are drawn by themselves. */
export type LineKey = Exclude<SettingKey, 'setup.steps'>

/** One setting: what holds, what is shipped, since when and by whom, and the form that changes it. */
export const SettingLine = ({
  of,
  value,
  editions,
  children,
}: {
  of: LineKey
  /** As it is stored now; null: what is shipped holds. */
  value: unknown
  editions: readonly Edition[]
  children: ReactNode
}) => {
  const t = useTranslations('settings')
  const locale = useLocale()
  const wordsOf = useSettingWords()
  const name = t(`label.${of}`)
  const last = editions.find(({ state }) => state === 'set')
  const knew = editions.find(({ state }) => state === 'set' || state === 'asked')?.id ?? ''
  const isOwn = last !== undefined && last.after !== null
  return (
    <section
      aria-label={name}
      className="grid gap-x-8 gap-y-1 border-b border-hair py-3.5 md:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div>
        <h2 className="text-h3">{name}</h2>
        <p className="text-sm text-muted">{t(`what.${of}`)}</p>
      </div>
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere" dir="auto">
          {wordsOf(of, value)} {isOwn || of === 'organisation.name' ? null : <Tag>{t('shippedTag')}</Tag>}
        </p>
        {isOwn && of !== 'organisation.name' ? (
          <p className="text-sm text-muted">{t('shipped', { value: wordsOf(of, shippedOf(of)) })}</p>
        ) : null}
        {last === undefined ? null : (
          <p className="text-sm text-muted">
            {t('since', { day: formatTime(locale, last.at, 'day') })} <bdi>{last.by.name}</bdi>
          </p>
        )}
        <div className="flex flex-wrap items-start gap-x-5">
          <Fold label={t('change')} of={name}>
            {children}
          </Fold>
          {isOwn && of !== 'organisation.name' ? (
            <ActionButton action={setShipped} input={{ key: of, knew }} kind="plain">
              {t('useShipped')}
              <span className="sr-only">: {name}</span>
            </ActionButton>
          ) : null}
          <History of={name} editions={editions} wordsOf={(one) => wordsOf(of, one)} />
        </div>
      </div>
    </section>
  )
}
