import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import type { ShownStep } from '@/lib/today/first-steps.data'
import type { FirstStep } from '@/lib/today/first-steps.rules'
import { HideSteps } from './hide-steps'

/** The cookie that remembers on this device whose first steps are hidden. */
export const FIRST_STEPS_COOKIE = 'first_steps'

/** The page on which each is done: with the real people, or none. */
const HREFS: Readonly<Record<FirstStep, string>> = {
  secondStep: '/accounts/me',
  person: '/people/new',
  plan: '/planning/new',
  visit: '/detention/new',
  import: '/imports',
  review: '/cases/review',
  invite: '/accounts',
  secondAdmin: '/accounts',
  retention: '/rights',
}

/** What the first screen of a worker shows as soon as there is any, the worst first. */
const FINDS = [
  { key: 'danger', icon: 'danger', look: 'text-danger' },
  { key: 'lastDays', icon: 'clock', look: 'text-late' },
  { key: 'signals', icon: 'info', look: 'text-muted' },
  { key: 'unseen', icon: 'clock', look: 'text-late' },
  { key: 'overdue', icon: 'clock', look: 'text-late' },
] as const

/** What to begin with, ticked by what was really done. */
export const FirstSteps = ({
  steps,
  account,
  isWorker,
}: {
  steps: readonly ShownStep[]
  account: string
  /** Whose first screen is a list of people. */
  isWorker: boolean
}) => {
  const t = useTranslations('guide')
  if (steps.length === 0) return null
  const next = steps.find(({ isDone }) => !isDone)
  return (
    <section aria-labelledby="first-steps" data-print="no" className="max-w-3xl print:hidden">
      <div className="flex items-baseline justify-between border-b border-edge pb-1">
        <h2 id="first-steps">{t('first.title')}</h2>
        <HideSteps
          cookie={FIRST_STEPS_COOKIE}
          account={account}
          words={{ hide: t('first.hide'), hidden: t('first.hidden') }}
        />
      </div>
      <ol>
        {steps.map(({ key, isDone }, at) => (
          <li
            key={key}
            className={classNames(
              'flex min-h-13 items-center gap-3.5 border-b border-hair px-2.5 py-1.5',
              key === next?.key ? 'bg-accent-soft' : '',
            )}
          >
            <span
              aria-hidden="true"
              className={classNames(
                'num grid size-7 shrink-0 place-items-center rounded-full border-2 text-sm font-semibold',
                isDone
                  ? 'border-done text-done'
                  : key === next?.key
                    ? 'border-accent bg-accent text-accent-ink'
                    : 'border-edge text-muted',
              )}
            >
              {isDone ? <Icon name="done" className="size-4" /> : at + 1}
            </span>
            <span className="min-w-0 grow">
              <span className="block font-semibold">
                {t(`step.${key}.title`)}
                {isDone ? <span className="sr-only">, {t('first.done')}</span> : null}
              </span>
              <span className="block text-dense text-muted">{t(`step.${key}.why`)}</span>
            </span>
            {isDone ? null : (
              <LinkButton href={HREFS[key]} size="small" kind={key === next?.key ? 'primary' : 'quiet'}>
                {t(`step.${key}.go`)}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
      {isWorker ? (
        <>
          <h2 className="mt-6 border-b border-edge pb-1">{t('first.finds')}</h2>
          <dl>
            {FINDS.map(({ key, icon, look }) => (
              <div
                key={key}
                className="grid min-h-9 grid-cols-[1.25rem_minmax(0,1fr)] items-center gap-x-3 border-b border-hair py-1.5 sm:grid-cols-[1.25rem_8rem_minmax(0,1fr)]"
              >
                <dt className="contents font-semibold">
                  <Icon name={icon} className={classNames('size-4.5', look)} />
                  <span>{t(`find.${key}.name`)}</span>
                </dt>
                <dd className="text-dense text-muted max-sm:col-start-2">{t(`find.${key}.what`)}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </section>
  )
}
