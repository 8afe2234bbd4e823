import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { RowFold } from '@/components/ui/row-fold'
import { formatTime } from '@/components/ui/time'
import { setShipped } from '@/lib/configuration/configuration.actions'
import type { Edition } from '@/lib/configuration/edition.rules'
import type { SettingKey } from '@/lib/settings/registry.schema'
import { History, isAsked } from './history'
import { SETTING, VALUE } from './line'
import { shippedOf, useSettingWords } from './setting-words'

/** The keys that have a line on a page; the steps of the first days are drawn by themselves. */
export type LineKey = Exclude<SettingKey, 'setup.steps'>

/** One setting: what holds, since when and by whom; behind it what is shipped, and the form that changes it. */
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
  const isOwn = last !== undefined && last.after !== null && of !== 'organisation.name'
  return (
    <RowFold
      press={t('change')}
      of={name}
      isOpen={isAsked(editions)}
      line={
        <div className={SETTING}>
          <h2 className="font-sans text-base">{name}</h2>
          <div className={VALUE} dir="auto">
            {wordsOf(of, value)}
            {last === undefined ? null : (
              <span className="block text-sm">
                {t('since', { day: formatTime(locale, last.at, 'day') })} <bdi>{last.by.name}</bdi>
              </span>
            )}
          </div>
        </div>
      }
    >
      <p className="max-w-prose text-sm text-muted">
        {t(`what.${of}`)} {isOwn ? t('shipped', { value: wordsOf(of, shippedOf(of)) }) : null}
      </p>
      <div>{children}</div>
      {isOwn ? (
        <div>
          <ActionButton action={setShipped} input={{ key: of, knew }} kind="plain">
            {t('useShipped')}
            <span className="sr-only">: {name}</span>
          </ActionButton>
        </div>
      ) : null}
      <History of={name} editions={editions} wordsOf={(one) => wordsOf(of, one)} />
    </RowFold>
  )
}
