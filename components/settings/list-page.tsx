import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Fold } from '@/components/ui/fold'
import { RowFold } from '@/components/ui/row-fold'
import { Tag } from '@/components/ui/tag'
import { knewOf } from '@/lib/configuration/setting.view'
import type { Locale } from '@/lib/i18n/locales'
import { retireValue } from '@/lib/lists/list.actions'
import type { ListPageData, StandardLine } from '@/lib/lists/lists-page.data'
import { readSide } from '@/lib/lists/side.view'
import { History, isAsked } from './history'
import { FinerForm, MergeForm, ShownForm } from './list-forms'

type Finer = StandardLine['finer'][number]

/** One list: words, order and hiding of its standard values, and the finer values of the organisation under each. */
export const ListPage = ({
  data: { list, takesFiner, lines },
  locale,
}: {
  data: ListPageData
  locale: Locale
}) => {
  const t = useTranslations('settings.lists')
  const wordsOf = (value: unknown): string =>
    readSide(value, locale, { shipped: t('shipped'), hidden: t('hidden') })
  return (
    <>
      <BackLink href="/settings/lists">{t('back')}</BackLink>
      <PageTitle title={t(`name.${list}`)}>{t(takesFiner ? 'whatFiner' : 'what')}</PageTitle>
      <ul className="max-w-4xl border-t border-edge">
        {lines.map((line) => (
          <li key={line.code}>
            <Standard line={line} list={list} locale={locale} takesFiner={takesFiner} wordsOf={wordsOf} />
            {line.finer.length === 0 ? null : (
              <ul className="ps-5">
                {line.finer.map((value) => (
                  <li key={value.id}>
                    <FinerLine value={value} beside={line.finer} wordsOf={wordsOf} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const Standard = ({
  line: { code, official, labels, position, hidden, isPinned, editions, finer },
  list,
  locale,
  takesFiner,
  wordsOf,
}: {
  line: StandardLine
  list: ListPageData['list']
  locale: Locale
  takesFiner: boolean
  wordsOf: (value: unknown) => string
}) => {
  const t = useTranslations('settings.lists')
  const name = labels[locale] || official[locale]
  return (
    <RowFold
      press={t('change')}
      of={name}
      isOpen={isAsked(editions)}
      line={
        <>
          <b className="font-semibold wrap-anywhere">{name}</b>
          {labels[locale] === '' ? null : (
            <span className="text-sm text-muted">{t('officially', { name: official[locale] })}</span>
          )}
          {hidden ? <Tag>{t('hidden')}</Tag> : null}
        </>
      }
    >
      <ShownForm
        key={knewOf(editions)}
        isPinned={isPinned}
        fields={{
          list,
          code,
          labels,
          position: position === null ? '' : String(position),
          hidden: hidden ? 'yes' : 'no',
          knew: knewOf(editions),
          reason: '',
        }}
      />
      {takesFiner ? (
        <Fold label={t('add')} of={name}>
          <FinerForm
            key={finer.length}
            fields={{
              valueId: '',
              list,
              standard: code,
              labels: { en: '', fr: '', nl: '', de: '' },
              knew: '',
              reason: '',
            }}
          />
        </Fold>
      ) : null}
      <History of={name} editions={editions} wordsOf={wordsOf} />
    </RowFold>
  )
}

const FinerLine = ({
  value,
  beside,
  wordsOf,
}: {
  value: Finer
  beside: readonly Finer[]
  wordsOf: (value: unknown) => string
}) => {
  const t = useTranslations('settings.lists')
  const { id, list, standard, label, labels, retired, successorId, use, editions } = value
  const knew = knewOf(editions)
  const others = beside.filter((one) => one.id !== id && !one.retired && one.successorId === null)
  const successor = beside.find((one) => one.id === successorId)
  return (
    <RowFold
      press={t('change')}
      of={label}
      isOpen={isAsked(editions)}
      line={
        <>
          <span className="wrap-anywhere">{label}</span>
          <span className="text-sm text-muted">{t(`use.${use}`)}</span>
          {retired ? <Tag>{t('retired')}</Tag> : null}
          {successor === undefined ? null : <Tag>{t('merged', { into: successor.label })}</Tag>}
        </>
      }
    >
      <FinerForm key={knew} fields={{ valueId: id, list, standard, labels, knew, reason: '' }} />
      <div>
        <ActionButton action={retireValue} input={{ valueId: id, isRetired: !retired, knew }} kind="plain">
          {t(retired ? 'offer' : 'retire')}
          <span className="sr-only">: {label}</span>
        </ActionButton>
      </div>
      {others.length === 0 || successorId !== null ? null : (
        <Fold label={t('merge')} of={label}>
          <MergeForm
            key={knew}
            fields={{ valueId: id, into: '', knew, reason: '' }}
            others={others.map((one) => ({ id: one.id, name: one.label }))}
          />
        </Fold>
      )}
      <History of={label} editions={editions} wordsOf={wordsOf} />
    </RowFold>
  )
}
