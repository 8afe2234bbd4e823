import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { namedOptions } from '@/components/forms/options'

type Named = { readonly id: string; readonly name: string }

/** Which project or fund pays for a piece of work; nothing where the organisation has none to choose. */
export const ProjectField = ({
  projects,
  empty,
}: {
  projects: readonly Named[]
  /** The answer without one. */
  empty?: string
}) => {
  const t = useTranslations('projects.choose')
  if (projects.length === 0) return null
  return (
    <Select name="projectId" label={t('label')} empty={empty ?? t('none')} options={namedOptions(projects)} />
  )
}
