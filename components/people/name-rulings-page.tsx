import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { Fold } from '@/components/ui/fold'
import { Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { takeNamesBack } from '@/lib/people/name-ruling.actions'
import type { NamePair, NameWord } from '@/lib/people/name-ruling.data'
import { pairOf } from '@/lib/people/name-ruling.rules'
import { NameRulingForm } from './name-ruling-form'

const Pair = ({ one, other }: { one: string; other: string }) => (
  <span translate="no">
    <bdi>{one}</bdi> · <bdi>{other}</bdi>
  </span>
)

/** Which given names are one, for the admins of the organisation: what they said, by whom, and what came with the program. */
export const NameRulingsPage = ({
  words,
  shipped,
}: {
  words: readonly NameWord[]
  shipped: readonly NamePair[]
}) => {
  const t = useTranslations('equals')
  const latest = words.filter(
    (word, at) =>
      words.findIndex((one) => pairOf(one.one, one.other) === pairOf(word.one, word.other)) === at,
  )
  const current = latest.filter(({ ruling }) => ruling !== null)
  const past = words.filter((word) => !current.includes(word))
  const said = new Set(current.map(({ one, other }) => pairOf(one, other)))
  const letters = new Map<string, NamePair[]>()
  for (const pair of shipped) {
    const letter = pair.one.charAt(0).toUpperCase()
    letters.set(letter, [...(letters.get(letter) ?? []), pair])
  }
  return (
    <>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <div className="grid max-w-3xl gap-8">
        <NameRulingForm />
        <section aria-labelledby="said">
          <h2 id="said">{t('said')}</h2>
          {current.length === 0 ? (
            <p className="mt-1 text-muted">{t('nothingSaid')}</p>
          ) : (
            <Rulings caption={t('said')} words={current} canTakeBack />
          )}
          {past.length === 0 ? null : (
            <Fold label={t('past', { count: past.length })}>
              <Rulings caption={t('pastTitle')} words={past} canTakeBack={false} />
            </Fold>
          )}
        </section>
        <section aria-labelledby="shipped">
          <h2 id="shipped">{t('shipped', { count: shipped.length })}</h2>
          <p className="mt-1 mb-2 text-muted">{t('shippedWhat')}</p>
          {[...letters].map(([letter, pairs]) => (
            <Fold key={letter} label={t('letter', { letter, count: pairs.length })}>
              <ul className="columns-[16rem] gap-6">
                {pairs.map(({ one, other, ruling }) => (
                  <li key={`${one} ${other}`} className="break-inside-avoid py-1">
                    <Pair one={one} other={other} />{' '}
                    <span className="block text-sm text-muted">
                      {said.has(pairOf(one, other)) ? t('overruled') : t(`ruling.${ruling}`)}
                    </span>
                  </li>
                ))}
              </ul>
            </Fold>
          ))}
        </section>
      </div>
    </>
  )
}

const Rulings = ({
  caption,
  words,
  canTakeBack,
}: {
  caption: string
  words: readonly NameWord[]
  canTakeBack: boolean
}) => {
  const t = useTranslations('equals')
  return (
    <Table
      caption={caption}
      rows={words}
      rowKey={({ id }) => id}
      columns={[
        { key: 'names', head: t('names'), cell: Pair },
        {
          key: 'are',
          head: t('are'),
          cell: ({ ruling }) => (ruling === null ? t('takenBack') : t(`ruling.${ruling}`)),
        },
        { key: 'by', head: t('by'), cell: ({ by }) => by },
        { key: 'at', head: t('at'), cell: ({ at }) => <Time at={at} /> },
        ...(canTakeBack
          ? [
              {
                key: 'back',
                head: t('action'),
                cell: ({ one, other }: NameWord) => (
                  <ActionButton action={takeNamesBack} input={{ one, other }}>
                    {t('takeBack')}
                    <span className="sr-only">
                      : {one}, {other}
                    </span>
                  </ActionButton>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
