/** What visitors write; none of it calls a person, so that the assistant owes an answer to every line. */
export const WORDS = [
  'do you send reminders before an appointment?',
  'we plan our shifts in a spreadsheet today',
  'how long does it take to set up?',
  'can people see only their own shifts?',
  'does it work with outlook?',
  'our front desk loses messages all the time',
  'what does it cost for a small team?',
  'is there an app for phones?',
  'we would start after the summer',
  'where are the data kept?',
  'can we try it first?',
  'thanks, that is good to know',
] as const;

export const CALL_FOR_A_PERSON = 'I would like to talk to a person';
