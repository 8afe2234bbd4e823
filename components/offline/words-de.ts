import { field, save, way } from '@/messages/de/activities.json'
import alike from '@/messages/de/alike.json'
import common from '@/messages/de/common.json'
import contacts from '@/messages/de/contacts.json'
import detention from '@/messages/de/detention.json'
import errors from '@/messages/de/errors.json'
import forms from '@/messages/de/forms.json'
import layout from '@/messages/de/layout.json'
import offline from '@/messages/de/offline.json'
import { choose } from '@/messages/de/projects.json'
import tasks from '@/messages/de/tasks.json'
import warn from '@/messages/de/warn.json'

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
