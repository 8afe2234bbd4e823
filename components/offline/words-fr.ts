import { field, save, way } from '@/messages/fr/activities.json'
import alike from '@/messages/fr/alike.json'
import common from '@/messages/fr/common.json'
import contacts from '@/messages/fr/contacts.json'
import detention from '@/messages/fr/detention.json'
import errors from '@/messages/fr/errors.json'
import forms from '@/messages/fr/forms.json'
import layout from '@/messages/fr/layout.json'
import offline from '@/messages/fr/offline.json'
import { choose } from '@/messages/fr/projects.json'
import tasks from '@/messages/fr/tasks.json'
import warn from '@/messages/fr/warn.json'

// The name of the application stands nowhere on a page that anyone at a gate may see.
export const words = {
  activities: { field, save, way },
  alike,
  common: { ...common, name: offline.name },
  contacts,
  detention,
  errors,
  forms,
  layout,
  offline,
  projects: { choose },
  tasks,
  warn,
}
