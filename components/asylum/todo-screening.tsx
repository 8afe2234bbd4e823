import { InlineLink } from '@/components/ui/inline-link'
import type { ScreeningAgain } from '@/lib/asylum/screening-again.data'
import { useAsylumLabels } from './asylum-labels'

/** In what is to be done in a file: that someone is to be screened again. */
export const TodoScreening = ({ again: { name }, href }: { again: ScreeningAgain; href: string }) => {
  const { t } = useAsylumLabels()
  return (
    <InlineLink href={`${href}#register-screening`}>
      {name === '' ? t('screening.todo') : t('screening.todoName', { name })}
    </InlineLink>
  )
}
