import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { countryPath } from '@/lib/countries/address.rules'
import { theirFacts, theirPeriods } from '@/lib/countries/beside.view'
import { saySources } from '@/lib/countries/chart-file.view'
import type { TheirSide } from '@/lib/countries/comparison.data'

/** Who is counted on each side, when and by whom, why that is not the same, and the way to the shares. */
export const BesideSides = ({
  data: { given, comparison, chart },
  ours,
  caution,
  choices,
}: {
  data: TheirSide
  ours: ReactNode
  caution: string
  /** What is chosen before the shares are shown; null where there is nothing to choose. */
  choices: ReactNode
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const shown = theirFacts(chart, given.facts)
  const populations = [...new Set(shown.flatMap(({ population }) => population?.[locale] ?? []))]
  return (
    <Card as="section" label={t('beside.who')}>
      <h2 className="text-h2">{t('beside.who')}</h2>
      <div className="mt-3 grid gap-5 sm:grid-cols-2">
        <Side name={t('beside.ours')}>{ours}</Side>
        <Side name={t('beside.theirs')}>
          <p>{t('beside.counted', { who: populations.join(' · ') })}</p>
          <p>{t('beside.when', { when: theirPeriods(shown, t, locale) })}</p>
          <p>{t('chart.source', { sources: saySources(shown, t, locale) })}</p>
        </Side>
      </div>
      <p className="mt-4 border-s-4 border-late ps-3 font-semibold">{caution}</p>
      {choices === null ? null : (
        <form
          autoComplete="off"
          action={countryPath(given.profile.country, 'comparison')}
          className="mt-4 flex flex-wrap items-end gap-3"
          data-print="no"
        >
          <input type="hidden" name="compare" value={comparison.slug} />
          {choices}
          <Button type="submit">{t('beside.show')}</Button>
          <p className="w-full text-sm text-muted">{t('beside.hint')}</p>
        </form>
      )}
    </Card>
  )
}

const Side = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <h3 className="text-h3">{name}</h3>
    <div className="mt-1 grid gap-1 text-sm">{children}</div>
  </div>
)
