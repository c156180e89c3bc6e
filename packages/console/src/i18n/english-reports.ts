import type { MetricKey, ReportGrouping } from '@baton/shared-types';

/** The words of the reports, in English. Each metric has a name and what it means. */
export const englishReports = {
  reports: {
    title: 'Reports',
    intro: 'Conversations that began in the period, read from their logs.',
    period: 'Period',
    periods: { '7': 'Last 7 days', '30': 'Last 30 days', '90': 'Last 90 days' },
    by: 'Split by',
    groupings: { site: 'Site', team: 'Team', playbook: 'Playbook version' } satisfies Record<
      ReportGrouping,
      string
    >,
    none: 'none',
    download: 'Download as CSV',
    downloadMeaning: 'One line for each conversation of the period. No cell can be run as a formula.',
    empty: 'Nothing was said in this period. Choose a longer one, or open a page with the widget and write.',
    unread: (n: number) => `${n} conversations are still being read. Look again in a moment.`,
    of: (n: number) => (n === 1 ? 'of 1 case' : `of ${n} cases`),
    noCase: 'no case yet',
    ninety: (time: string) => `nine in ten within ${time}`,
    conversations: 'Conversations',
    qualified: 'Qualified',
    escalated: 'With a call for a person',
    perDay: 'Conversations per day',
    overDays: (name: string) => `${name}, day by day`,
    showMetric: 'Show day by day',
    asTable: 'Show as a table',
    day: 'Day',
    notForYou: 'Reports are for administrators and supervisors.',
    version: (version: string) => `Version ${version}`,
    metrics: {
      time_to_qualification: {
        name: 'Time to qualification',
        meaning:
          'Median time from the visitor’s first line to the first decision that the lead is qualified.',
      },
      time_to_first_reply: {
        name: 'Time to first human reply',
        meaning: 'Median time from the call for a person to the first line a person wrote.',
      },
      acceptance_rate: {
        name: 'Acceptance rate',
        meaning: 'Share of conversations with a call for a person that a person accepted.',
      },
      escalation_rate: {
        name: 'Escalation rate',
        meaning: 'Share of all conversations in which a person was called.',
      },
      completeness: {
        name: 'Completeness',
        meaning: 'Mean share of the playbook’s slots that were filled when a person was called.',
      },
      repeated_by_assistant: {
        name: 'Repeated questions, assistant',
        meaning:
          'Share of the assistant’s questions that asked for what the visitor had already said, without a contradiction.',
      },
      repeated_by_people: {
        name: 'Repeated questions, people',
        meaning:
          'Share of the people’s questions for a known kind of fact that the visitor had already answered.',
      },
      false_positives: {
        name: 'False positives',
        meaning: 'Share of qualified leads with a judging outcome that were closed as rejected or spam.',
      },
      lead_to_opportunity: {
        name: 'Lead to opportunity',
        meaning:
          'Share of qualified leads with a judging outcome that were closed as accepted, meeting or won.',
      },
      rating: { name: 'Rating', meaning: 'Mean of the visitors’ ratings, 1 to 5.' },
    } satisfies Record<MetricKey, { readonly name: string; readonly meaning: string }>,
  },
};
