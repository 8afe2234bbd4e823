import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { SIGNS } from '@/components/ui/tag'
import { STEPS, type Step } from '@/lib/trafficking/vocabulary.rules'

/** The three steps, each reached at any time; what is recorded already has a sign and a word. */
export const StepLinks = ({ href, step, done }: { href: string; step: Step; done: readonly Step[] }) => {
  const t = useTranslations('trafficking')
  return (
    <nav aria-label={t('steps')} className="print:hidden">
      <ol className="grid grid-cols-3 gap-2 sm:gap-3">
        {STEPS.codes.map((one) => (
          <li key={one}>
            <Link
              href={`${href}&step=${one}`}
              scroll={false}
              {...(one === step ? { 'aria-current': 'step' as const } : {})}
              className="flex h-full min-h-11 flex-wrap items-center justify-between gap-x-2 border-b-3 py-1 border-hair text-sm leading-tight text-muted no-underline hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
            >
              <span className="min-w-0 hyphens-auto wrap-anywhere">{t(`part.${one}`)}</span>
              {done.includes(one) ? (
                <span className="shrink-0 font-normal text-done">
                  <span aria-hidden="true">{SIGNS.done} </span>
                  {t('stepDone')}
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
