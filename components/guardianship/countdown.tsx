import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { Countdown } from '@/lib/guardianship/wait.rules'
import { useCountdown } from './countdown-labels'

/** When they turn eighteen, and the reminder that has come. */
export const CountdownLine = ({ countdown }: { countdown: Countdown }) => {
  const t = useTranslations('guardianship')
  const say = useCountdown()
  const { reached, isOver } = countdown
  return (
    <>
      <p>{say(countdown)}</p>
      {reached === null || isOver ? null : (
        <p>
          <Tag kind="late">{t(`ahead.${reached}`)}</Tag>
        </p>
      )}
    </>
  )
}
