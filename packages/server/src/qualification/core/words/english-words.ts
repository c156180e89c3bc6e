/** What qualification says to agents, in English. */
export const englishWords = {
  readings: {
    emailWritten: (meant: string | undefined) => `The visitor wrote an e-mail address${perhaps(meant)}.`,
    emailSpelled: (meant: string | undefined) =>
      `The visitor spelled out an e-mail address${perhaps(meant)}.`,
    emailRepaired: 'The visitor corrected a part of the address given before.',
    phoneGiven: 'The visitor gave a phone number.',
    phoneWithoutCountry: 'The visitor gave a phone number; its country is not known.',
    phoneRepaired: 'The visitor corrected a part of the number given before.',
    nameAnswered: 'The visitor answered the question for the name.',
    nameBesideDetails: 'The visitor put the name beside other details about themselves.',
    nameOnFile: 'The visitor keeps something with us under this name.',
    nameIntroduced: 'The visitor introduced themselves.',
    nameOfWriter: 'The visitor said who is writing.',
    nameWithOrigin: 'The visitor said where they are from.',
    nameWithCompany: 'The visitor named themselves and their company.',
    nameBesideAddress: 'The visitor wrote the name beside their address.',
    nameSigned: 'The visitor signed with the name.',
    companyCorrected: 'The visitor corrected the company.',
    companyAnswered: 'The visitor answered the question for the company.',
    companyConcluded: 'The visitor said that this is the company.',
    companyStated: 'The visitor said which company they are.',
    companyBesidePerson: 'The visitor named their company with the name or title.',
    companyGreeted: 'The visitor named the company with the greeting.',
    companyBesideName: 'The visitor put the company beside the name.',
    companyWithLegalForm: 'The visitor named a company with its legal form.',
    roleStated: 'The visitor said what they are.',
    roleAnswered: 'The visitor answered the question for the role.',
    roleBesideName: 'The visitor put the title beside the name.',
    sizeAnswered: 'A number in answer to the question about the team size.',
    sizeMentioned: 'A number of people who would use it.',
    sizeInPeople: 'The people named in answer to the question about the team size.',
    countryAnswered: 'A country named in answer to the question.',
    countryMentioned: 'A country that the visitor names as theirs.',
    timelineAnswered: 'A time in answer to the question when they want to start.',
    timelineMentioned: 'A time at which they want to start or decide.',
    budgetAnswered: 'An amount in answer to the question about the budget.',
    budgetMentioned: 'An amount that the visitor says they may spend.',
    budgetPeriod: 'How often the amount named before is paid.',
    toolAnswered: 'Named in answer to the question what they use today.',
    toolMentioned: 'The visitor says that they use it today.',
    useAnswered: 'Said in answer to the question what it would be used for.',
    useWanted: 'The visitor says that they need or want it.',
    useMeant: 'The visitor says what it would be for.',
    useAsProblem: 'The visitor names what goes wrong today.',
    useAsTrouble: 'The visitor names what troubles them.',
    useAskedFor: 'The visitor asks whether the product does it.',
    useAsWork: 'The visitor says what they do.',
  },
  model: {
    quoted: 'The model quoted these words.',
    interpreted: 'The model read it from these words.',
  },
  gate: {
    pass: 'Nothing stands against this turn.',
    humanOwns: 'A person owns the conversation.',
    automationPaused: 'Automatic answers are switched off.',
    turnLimit: 'The assistant has taken all the turns that the playbook allows.',
    loop: 'The visitor has sent the same line again and again.',
    repeatedAbuse: 'The visitor went on being abusive.',
    optOut: 'The visitor asks not to be contacted.',
    abuse: 'The visitor is abusive.',
    doNotContact: 'The visitor has asked before not to be contacted.',
    lastTurn: 'This is the last turn that the playbook allows.',
    modelBudget: 'The budget of the model is used up.',
    spent: {
      conversation: 'The conversation has used up its budget of the model.',
      visitor_day: 'The visitor has used up today’s budget of the model.',
      workspace_day: 'The workspace has used up today’s budget of the model.',
    },
  },
  assessment: {
    base: 'Every conversation.',
    companyKnown: 'The company is known.',
    roleKnown: 'The role or seniority is known.',
    qualification: (of: {
      readonly company: boolean;
      readonly role: boolean;
      readonly reaches: boolean;
      readonly cut: number;
    }) =>
      `Company ${known(of.company)}, role ${known(of.role)}: ${of.reaches ? 'reaches' : 'stays below'} the cut of ${of.cut}.`,
    fact: ({ key }: { readonly key: string; readonly label: string }) => `The fact "${key}" is recorded.`,
    facts: (count: number) => `${count === 1 ? '1 fact is' : `${count} facts are`} recorded.`,
  },
  ledger: {
    captured: 'A way to reach the visitor is held, with the words that prove it.',
    optedOut: 'The visitor asked not to be contacted.',
    declined: 'The visitor declined to be reached, or took the contact detail back.',
    lost: 'A contact detail was written and nothing holds it.',
    toPerson: 'It was written to a person, who had the conversation.',
    pending: 'The assistant has not dealt with it yet.',
    somebodyElses: 'By the words around it, it belongs to somebody else.',
    stopped: (because: string) => `The safety gate had stopped the assistant: ${because}`,
  },
  golden: {
    slot: (key: string) => `slot "${key}"`,
    verdict: 'verdict',
    handoff: 'call for a person',
    /** `wanted` and `found` are JSON. */
    difference: (what: string, wanted: string, found: string) =>
      `${what}: expected ${wanted}, but it is ${found}`,
  },
};

function perhaps(meant: string | undefined): string {
  return meant === undefined ? '' : `; perhaps ${meant} was meant`;
}

function known(isKnown: boolean): string {
  return isKnown ? 'known' : 'unknown';
}
