import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { TextLink } from '@/components/ui/text-link'
import type { PersonToChoose } from '@/lib/activities/activities-page.data'
import { ChoosePerson } from './choose-person'

/** The first question of an activity that is begun from anywhere. */
export const NewActivityPage = ({ people }: { people: readonly PersonToChoose[] }) => {
  const t = useTranslations('activities')
  return (
    <div className="max-w-prose">
      <PageTitle title={t('choose.title')}>{t('choose.what')}</PageTitle>
      <ChoosePerson people={people} />
      <p className="mt-4">
        <TextLink href="/people/search">{t('choose.elsewhere')}</TextLink>
      </p>
    </div>
  )
}
