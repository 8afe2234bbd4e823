import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { InviteForm } from '@/components/accounts/invite-form'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { OwnPlaceForm } from '@/components/settings/list-forms'
import { OfficeForm } from '@/components/settings/office-form'
import { SkipStep } from '@/components/settings/skip-step'
import { StepForm } from '@/components/settings/step-form'
import { VisitedForm } from '@/components/settings/visited-form'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { PhoneFold } from '@/components/ui/phone-fold'
import { markStep } from '@/lib/configuration/configuration.actions'
import { knewOf, toFieldValue } from '@/lib/configuration/setting.view'
import type { Setup } from '@/lib/configuration/setup.data'
import type { SetPlace } from '@/lib/lists/places-page.data'
import { type SetupStep, STEPS } from '@/lib/settings/setting.rules'

/** Minutes that each step takes someone who has never seen it. */
const MINUTES: Readonly<Record<SetupStep, number>> = {
  name: 1,
  offices: 1,
  work: 1,
  places: 2,
  lists: 2,
  people: 3,
  safety: 2,
  first: 3,
}

type SetupProps = {
  readonly setup: Setup
  readonly places: readonly (Pick<SetPlace, 'id' | 'kind' | 'city' | 'hidden'> & { readonly name: string })[]
}

/** The first days of an organisation: eight steps, each of which may be left out and come back to. */
export const SetupPage = ({ setup, places }: SetupProps) => {
  const t = useTranslations('setup')
  const { open, states } = setup
  const at = STEPS.rank(open)
  const left = STEPS.codes.filter((step) => states[step] === undefined)
  const next = STEPS.codes[at + 1]
  const goOn = next === undefined ? '/settings' : `/setup?step=${next}`
  const where =
    left.length === 0
      ? t('ready')
      : t('where', {
          step: at + 1,
          of: STEPS.codes.length,
          minutes: left.reduce((sum, step) => sum + MINUTES[step], 0),
        })
  return (
    <>
      <PageTitle title={t('title')}>
        <span className="max-sm:hidden">
          {where} {left.length === 0 ? null : t('pause')}
        </span>
      </PageTitle>
      <div className="grid gap-8 max-sm:-mt-7 max-sm:gap-1 lg:grid-cols-[20.5rem_minmax(0,46rem)]">
        {/* On a phone where one is, is the way to the other steps. */}
        <PhoneFold
          label={
            <span>
              {t(`step.${open}.name`)} <span className="font-normal text-muted">{where}</span>
            </span>
          }
        >
          <ol className="border-t border-edge">
            {STEPS.codes.map((step, index) => (
              <li key={step} className="border-b border-hair">
                <Link
                  href={`/setup?step=${step}`}
                  {...(step === open ? { 'aria-current': 'step' } : {})}
                  className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3.5 px-2 py-2 no-underline aria-[current]:bg-accent-soft"
                >
                  <span
                    aria-hidden="true"
                    className="grid size-6.5 place-items-center rounded-full border-2 border-edge text-sm font-semibold"
                  >
                    {states[step] === 'done' ? '✓' : index + 1}
                  </span>
                  <span>
                    <span className="block font-semibold text-ink">{t(`step.${step}.name`)}</span>
                    <span className="block text-sm text-muted">
                      {t(states[step] === undefined ? `step.${step}.short` : `state.${states[step]}`)}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </PhoneFold>
        <section aria-labelledby="setup-step">
          <h2 id="setup-step" className="border-b border-edge pb-2 max-sm:sr-only">
            {t(`step.${open}.name`)}
          </h2>
          <p className="max-w-prose pb-2 text-muted max-sm:text-dense sm:py-3">{t(`step.${open}.what`)}</p>
          <Step setup={setup} places={places} next={goOn} />
        </section>
      </div>
    </>
  )
}

const More = ({ href, children }: { href: string; children: ReactNode }) => (
  <p className="py-1.5">
    <Link href={href}>{children}</Link>
  </p>
)

/** The end of a step that sets nothing by itself: on to the next, or leaving it out. */
const GoOn = ({ step, next, isLast = false }: { step: SetupStep; next: string; isLast?: boolean }) => {
  const t = useTranslations('setup')
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-hair pt-4">
      <ActionButton
        action={markStep}
        input={{ step, state: 'done' }}
        kind="primary"
        size="normal"
        then={next}
      >
        {t(isLast ? 'finish' : 'goOn')}
      </ActionButton>
      <SkipStep step={step} next={next} />
    </div>
  )
}

const Step = ({
  setup: { open, offices, settings, hasMail },
  places,
  next,
}: SetupProps & { next: string }): ReactNode => {
  const t = useTranslations('setup')
  const kinds = useTranslations('settings.places.kind')
  const lines = settings.map(({ key, value, editions }) => ({
    key,
    knew: knewOf(editions),
    value: toFieldValue(key, value),
  }))
  switch (open) {
    case 'name':
    case 'work':
      return (
        <>
          <StepForm step={open} lines={lines} next={next} />
          {open === 'name' ? (
            <div className="pt-3">
              <More href="/settings/organisation">{t('more.organisation')}</More>
            </div>
          ) : null}
          {open === 'work' ? (
            <div className="pt-3">
              <More href="/settings/configuration">{t('more.examples')}</More>
            </div>
          ) : null}
        </>
      )
    case 'offices':
      return (
        <>
          <Names names={offices} />
          <OfficeForm
            key={offices.length}
            isAside={offices.length > 0}
            fields={{ teamId: '', name: '', locale: '', knew: '', reason: '' }}
          />
          {offices.length === 0 ? (
            <p className="pt-3">
              <SkipStep step={open} next={next} />
            </p>
          ) : (
            <GoOn step={open} next={next} />
          )}
          <More href="/settings/offices">{t('more.offices')}</More>
        </>
      )
    case 'places':
      return (
        <>
          <VisitedForm
            places={places.map(({ id, name, kind, city, hidden }) => ({
              id,
              name,
              what: [kinds(kind), city].filter((one) => one !== null).join(' · '),
              isVisited: !hidden,
            }))}
            next={next}
          />
          <Fold label={t('another')}>
            <OwnPlaceForm key={places.length} isAside />
          </Fold>
          <More href="/settings/places">{t('more.places')}</More>
        </>
      )
    case 'lists':
      return (
        <>
          <More href="/settings/lists/encounter_topic">{t('more.topics')}</More>
          <More href="/settings/lists/encounter_request">{t('more.requests')}</More>
          <More href="/settings/lists">{t('more.lists')}</More>
          <GoOn step={open} next={next} />
        </>
      )
    case 'people':
      return (
        <>
          <InviteForm teams={offices.map(({ id, name }) => ({ id, name }))} isAside />
          <More href="/accounts">{t('more.people')}</More>
          <GoOn step={open} next={next} />
        </>
      )
    case 'safety':
      return (
        <>
          <p className="pb-2">{t(hasMail ? 'mailSet' : 'mailNotSet')}</p>
          <More href="/settings/mail">{t('more.mail')}</More>
          <More href="/settings/system">{t('more.system')}</More>
          <div className="pt-3">
            <StepForm step={open} lines={lines} next={next} />
          </div>
        </>
      )
    case 'first':
      return (
        <>
          <ol className="grid max-w-prose list-decimal gap-2 ps-6">
            {(['one', 'two', 'three', 'four', 'five', 'six'] as const).map((sentence) => (
              <li key={sentence}>{t(`guide.${sentence}`)}</li>
            ))}
          </ol>
          <GoOn step={open} next={next} isLast />
        </>
      )
  }
}

const Names = ({ names }: { names: readonly { readonly id: string; readonly name: string }[] }) => (
  <ul className="mb-4 grid gap-1">
    {names.map(({ id, name }) => (
      <li key={id} className="font-semibold">
        <bdi>{name}</bdi>
      </li>
    ))}
  </ul>
)
