'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { FormFooter } from '@/components/forms/form-footer'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { gapsOf, isWritten } from '@/lib/detention/visit.rules'
import type { EncounterForm, VisitForm } from '@/lib/detention/visit.schema'
import type { CardPlace } from './use-cards'

const Way = ({
  place,
  words,
  goTo,
}: {
  place: CardPlace
  words: string
  goTo: (place: CardPlace) => void
}) => (
  <Button kind="plain" size="small" className="-ms-3 text-start" onClick={() => goTo(place)}>
    {words}
  </Button>
)

/** The last look: what a colleague may miss, each as a way back to it. Nothing here stops the saving. */
export const VisitCheck = ({
  nameOf,
  goTo,
  onBack,
}: {
  nameOf: (who: EncounterForm['who']) => string
  goTo: (place: CardPlace) => void
  onBack: () => void
}) => {
  const t = useTranslations('detention')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const encounters = useWatch<VisitForm, 'encounters'>({ name: 'encounters' })
  const observations = useWatch<VisitForm, 'observations'>({ name: 'observations' })
  const all = encounters.map((encounter, index) => ({ encounter, index, name: nameOf(encounter.who) }))
  const open = all.filter(({ encounter }) => isWritten(encounter) && gapsOf(encounter).length > 0)
  const untouched = all.filter(({ encounter }) => !isWritten(encounter))
  const isNoOneMet = untouched.length === all.length
  const isProposed = useWatch<VisitForm, 'header'>({ name: 'header' }) === 'proposed'
  const isQuiet = observations.every(({ text }) => text.trim() === '')
  const gaps = open.length + (isNoOneMet ? 1 : 0) + (isQuiet ? 1 : 0) + (isProposed ? 1 : 0)
  return (
    <section aria-labelledby="check-title" className="grid gap-4">
      <h2 id="check-title" ref={heading} tabIndex={-1}>
        {t('check.title')}
      </h2>
      {gaps === 0 ? (
        <Notice kind="success">
          <p>{t('check.complete')}</p>
        </Notice>
      ) : (
        <div>
          <p>{t('check.gaps', { count: gaps })}</p>
          <ul className="mt-1 grid">
            {isProposed ? (
              <li>
                <Way goTo={goTo} place="header" words={t('check.headerProposed')} />
              </li>
            ) : null}
            {open.map(({ encounter, index, name }) => (
              <li key={index}>
                <Way
                  goTo={goTo}
                  place={index}
                  words={t('check.gap', {
                    name,
                    gaps: gapsOf(encounter)
                      .map((gap) => t(`gap.${gap}`))
                      .join(', '),
                  })}
                />
              </li>
            ))}
            {isNoOneMet ? <li className="py-2">{t('check.noPeople')}</li> : null}
            {isQuiet ? (
              <li>
                <Way goTo={goTo} place="centre" words={t('check.noObservation')} />
              </li>
            ) : null}
          </ul>
        </div>
      )}
      {untouched.length === 0 ? null : (
        <div className="text-muted">
          <p>{t('check.unwritten', { count: untouched.length })}</p>
          <ul className="flex flex-wrap gap-x-4">
            {untouched.map(({ index, name }) => (
              <li key={index}>
                <Way goTo={goTo} place={index} words={name} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <FormFooter
        beside={
          <Button kind="quiet" onClick={onBack}>
            {t('form.goOn')}
          </Button>
        }
      >
        {t('form.save')}
      </FormFooter>
    </section>
  )
}
