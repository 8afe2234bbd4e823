import { useLocale } from 'next-intl'
import { RowTools } from '@/components/registers/row-tools'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import type { WayShown } from '@/lib/asylum/asylum-page.data'
import { countedDay } from '@/lib/asylum/event.rules'
import { countryName } from '@/lib/people/country.rules'
import { useAsylumLabels } from './asylum-labels'
import { WayForm } from './way-form'

/** One way in or through: where it stands in one sentence and why, which law counts, and what is known of it. */
export const WayCard = ({ way, canEdit }: { way: WayShown; canEdit: boolean }) => {
  const { t, named, date } = useAsylumLabels()
  const { application, state, regime } = way
  const { sequence, language, place, reasons, by, createdAt } = application
  const facts = [
    t(`way.${application.way}`),
    sequence === null ? null : t('sequence', { number: sequence }),
    place === null ? null : t('placeSays', { place: t(`place.${place}`) }),
    language === null ? null : t('languageSays', { language: t(`language.${language}`) }),
  ].filter((fact) => fact !== null)
  return (
    <section aria-label={t(`way.${application.way}`)} data-print="whole" className="tooled-row">
      <p className="font-serif text-h2 font-semibold">{t(`state.${state.state}`)}</p>
      <p className="text-sm text-muted">{facts.join(' · ')}</p>
      <p className="text-sm text-muted">
        {state.because === null ? t('becauseNothing') : t('because', { event: named(state.because) })}
      </p>
      {reasons.length === 0 ? null : (
        <p className="mt-2">
          {t('reasonsSays', { reasons: reasons.map((one) => t(`reason.${one}`)).join(', ') })}
        </p>
      )}
      {regime === null ? null : <Regime regime={regime} />}
      <SafeCountries safe={way.safe} />
      <RowTools of={facts.join(', ')}>
        <p className="py-1.5 text-sm text-muted">{t('by', { name: by, at: date(createdAt) })}</p>
        {canEdit ? (
          <Fold label={t('wayChange')} of={facts.join(', ')}>
            <WayForm key={application.version} caseId={application.caseId} application={application} />
          </Fold>
        ) : null}
      </RowTools>
    </section>
  )
}

const SafeCountries = ({ safe }: { safe: WayShown['safe'] }) => {
  const { t, date } = useAsylumLabels()
  const locale = useLocale()
  const say = ({ country: code, said }: WayShown['safe'][number]): string => {
    const country = countryName(code, locale)
    if (said.answer === 'notKnown')
      return t('safeNotKnown', { country, reason: t(`safeReason.${said.reason}`) })
    const words = t(`safe.${said.issuer}.${said.answer}`, { country, from: date(said.from) })
    return said.isLast ? t('safeLast', { said: words }) : words
  }
  if (safe.length === 0) return null
  return (
    <ul className="mt-2 grid gap-1 text-sm">
      {safe.map((one) => (
        <li key={`${one.country} ${one.said.issuer}`}>{say(one)}</li>
      ))}
    </ul>
  )
}

const Regime = ({ regime }: { regime: NonNullable<WayShown['regime']> }) => {
  const { t } = useAsylumLabels()
  if (regime.regime === null)
    return (
      <div className="mt-3">
        <Notice kind="late">
          <p>{t(`regime.${regime.reason}`)}</p>
        </Notice>
      </div>
    )
  return (
    <>
      <p className="mt-2">{t(`regime.${regime.regime}`)}</p>
      {countedDay(regime.because) === null ? (
        <div className="mt-2">
          <Notice kind="late">
            <p>{t('regime.nearly')}</p>
          </Notice>
        </div>
      ) : null}
    </>
  )
}
