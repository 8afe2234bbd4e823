'use client'
import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'

const STEPS = ['to', 'notes', 'send'] as const
export type Step = (typeof STEPS)[number]

/** The four steps: the first one is a page of its own and is done; each other one is a press away, in any order. */
export const Steps = ({
  step,
  onGo,
  fromStaffId,
}: {
  step: Step
  onGo: (step: Step) => void
  fromStaffId: string
}) => {
  const t = useTranslations('handovers')
  const look =
    '-mb-px flex min-h-11 items-center border-b-3 border-transparent px-3 text-muted no-underline hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink'
  return (
    <ol
      aria-label={t('step.all')}
      className="flex overflow-x-auto border-b border-hair whitespace-nowrap print:hidden"
    >
      <li>
        <Link href={`/handovers/new?worker=${fromStaffId}`} className={look}>
          1. {t('step.who')}
        </Link>
      </li>
      {STEPS.map((one, index) => (
        <li key={one}>
          <button
            type="button"
            onClick={() => onGo(one)}
            {...(one === step ? { 'aria-current': 'step' as const } : {})}
            className={look}
          >
            {index + 2}. {t(`step.${one}`)}
          </button>
        </li>
      ))}
    </ol>
  )
}
