import { list, phrases } from '../../text/phrases.js';

/** What a counted noun is, folded and in seven languages. */
export type NounClass = 'seat' | 'person' | 'headcount' | 'outsider' | 'thing';

const SEATS = list(`
  seat, seats, license, licenses, licence, licences, liscenses, user, users, usr, usrs, login, logins,
  account, accounts, accs, access, named, concurrent, platz, platze, plaetze, lizenz, lizenzen, nutzer,
  nutzern, nutzerinnen, benutzer, benutzern, anwender, zugang, zugange, zugaenge, user-lizenzen,
  arbeitsplatze, logins, poste, postes, licence, utilisateur, utilisateurs, utilisatrices, acces, sieges,
  comptes, usuario, usuarios, licencia, licencias, puestos, asientos, accesos, cuentas, utente, utenti,
  licenza, licenze, postazioni, postazione, accessi, usuario, usuarios, utilizador, utilizadores,
  licenca, licencas, assentos, acessos, contas, gebruiker, gebruikers, licentie, licenties, plekken,
  werkplekken, plaatsen
`);

const PERSONS = list(`
  people, persons, person, ppl, peeps, folks, folk, pax, humans, agents, agent, techs, tech, technicians,
  dispatchers, planners, schedulers, reps, rep, clerks, operators, specialists, staffers, colleagues,
  coworkers, guys, girls, lads, ladies, mates, hands, heads, supervisors, managers, coordinators,
  counsellors, counselors, advisors, advisers, consultants, engineers, developers, devs, designers,
  lawyers, paralegals, attorneys, nurses, doctors, dentists, hygienists, practitioners, therapists,
  physios, vets, stylists, groomers, receptionists, assistants, secretaries, admins, drivers, guides,
  instructors, teachers, tutors, trainers, coaches, caretakers, carers, caregivers, scientists,
  researchers, analysts, accountants, bookkeepers, brokers, recruiters, sellers, salespeople, salesmen,
  sdrs, csrs, csms, handlers, controllers, inspectors, fitters, installers, electricians, plumbers,
  mechanics, cooks, chefs, waiters, housekeepers, concierges, pharmacists, volunteers, partners,
  founders, interns, temps, freelancers, contractors, fte, ftes, members of staff, floaters, stewards,
  officers, wardens, librarians, editors, journalists, photographers, surveyors, architects, notaries,
  sparkies, crew, bodies, part-timers, full-timers, counsellor, callers, personen, leute, leuten,
  kollegen, kolleginnen, mann, kopfe, koepfe, disponenten, techniker, technikern, monteure, monteuren,
  planer, sachbearbeiter, sachbearbeiterinnen, agenten, berater, beraterinnen, fahrer, pfleger,
  pflegekrafte, pflegerinnen, krafte, kraefte, aushilfen, arzte, mfa, mfas, empfangskrafte,
  servicekrafte, innendienstler, aussendienstler, personnes, personne, collegues, collaborateurs,
  techniciens, gestionnaires, conseillers, conseilleres, teleconseillers, operateurs, secretaires,
  standardistes, planificateurs, permanents, benevoles, infirmieres, infirmiers, praticiens,
  receptionnistes, chauffeurs, coordinateurs, assistantes, assistants, commerciaux, moniteurs,
  formateurs, personas, persona, agentes, tecnicos, companeros, companeras, operadores, operadoras,
  gestores, gestoras, coordinadores, asesores, recepcionistas, enfermeras, comerciales, repartidores,
  conductores, monitores, chicos, chicas, cabezas, administrativos, administrativas, teleoperadores,
  persone, colleghi, operatori, operatrici, tecnici, addetti, addette, impiegati, impiegate, agenti,
  consulenti, coordinatori, centralinisti, infermieri, istruttori, autisti, teste, segretarie, ragazzi,
  pessoas, pessoa, atendentes, tecnicos, colegas, operadores, consultores, rececionistas, funcionarias,
  motoristas, vendedores, cabecas, assistentes, gestores, voluntarios, mensen, man, personen, collega.s,
  planners, medewerkers, monteurs, chauffeurs, technici, agenten, verpleegkundigen, vrijwilligers,
  baliemedewerkers, koppen, collegas, consulenten, verzorgenden
`);

/** Everybody on the payroll; users only where users were asked for. */
const HEADCOUNT = list(`
  staff, employees, employee, headcount, workers, personnel, mitarbeiter, mitarbeitern, mitarbeitende,
  mitarbeitenden, mitarbeiterinnen, angestellte, beschaftigte, salaries, employes, empleados,
  trabajadores, plantilla, dipendenti, lavoratori, funcionarios, colaboradores, trabalhadores,
  werknemers, personeelsleden, collaboratori
`);

const OUTSIDERS = list(`
  customers, customer, clients, client, patients, patient, guests, guest, tenants, subscribers,
  followers, visitors, passengers, citizens, residents, kids, children, pupils, students, parents,
  families, readers, shoppers, buyers, suppliers, prospects, leads, players, donors, employers,
  candidates, applicants, owners, households, contacts, members, users of ours, merchants, vendors,
  kunden, kundinnen, mandanten, patienten, gaste, gaesten, mieter, besucher, schuler, studenten,
  fahrgaste, burger, mitglieder, lieferanten, eltern, bewohner, clientes, clients, patients, invites,
  locataires, eleves, usagers, abonnes, adherents, familles, etudiants, pacientes, huespedes, inquilinos,
  alumnos, socios, abonados, invitados, familias, clienti, pazienti, ospiti, inquilini, alunni, studenti,
  soci, iscritti, famiglie, hospedes, alunos, moradores, membros, klanten, patienten, gasten, huurders,
  leerlingen, leden, bezoekers
`);

const THINGS = list(`
  turnos, schichten, turni, ploegen, diensten, etages,   clinics, clinic, locations, location, stores, store, shops, shop, sites, site, offices, office,
  branches, branch, countries, cities, regions, hotels, hotel, apartments, flats, units, rooms, room,
  restaurants, practices, practice, salons, salon, studios, gyms, gym, schools, warehouses, depots,
  centres, centers, buildings, floors, dealerships, companies, company, brands, entities, subsidiaries,
  teams, team, departments, shifts, shift, inboxes, inbox, mailboxes, mailbox, channels, languages,
  lines, numbers, phones, screens, calendars, calendar, vehicles, vans, van, trucks, buses, cars, boats,
  kayaks, ferries, bikes, machines, kiosks, lifts, elevators, calls, call, tickets, ticket, emails,
  mails, messages, chats, bookings, booking, appointments, orders, returns, requests, cases, projects,
  jobs, visits, deliveries, parcels, reviews, questions, options, things, times, words, links, backlinks,
  pages, steps, points, bots, tools, systems, apps, chairs, tables, beds, doors, plans, invoices,
  integrations, minutes, minute, mins, min, hours, hour, hrs, hr, days, day, weeks, week, wks, months,
  month, mths, years, year, yrs, yr, seconds, stars, percent, pct, km, miles, kg, gb, mb, pm, am, oclock,
  st, nd, rd, th, tenants, domains, stylistic, versions, attempts, clubs, farms, pharmacies, stations,
  markets, properties, venues, courts, pools, labs, sensors, containers, servers, monitors, computers,
  printers, orders, offers, letters, numbers, trailers, tractors, hospitals, wards, routes, packages,
  products, articles, items, meetings, demos, colours, filialen, standorte, standorten, standort, laden,
  praxen, cafe, cafes, bakeries, bars, pubs, kitas, backereien, apotheken, werkstatten, geschafte, niederlassungen, buros, hauser, hotels, wohnungen, zimmer, objekte, anrufe,
  anfragen, tickets, termine, fahrzeuge, studios, fitnessstudios, minuten, stunden, tage, tagen, wochen,
  monate, monaten, jahre, jahren, prozent, uhr, lander, abteilungen, kliniken, sprachen, firmen, marken,
  schichten, magasins, boutiques, agences, sites, cabinets, hotels, appels, demandes, rendez-vous,
  vehicules, heures, jours, semaines, mois, ans, annees, pays, langues, lits, chambres, appartements,
  implantations, restaurants, entreprises, tiendas, sedes, oficinas, clinicas, locales, hoteles,
  llamadas, citas, pedidos, horas, dias, semanas, meses, anos, paises, idiomas, habitaciones, vehiculos,
  sucursales, restaurantes, empresas, mensajes, negozi, sedi, uffici, cliniche, punti, alberghi,
  chiamate, appuntamenti, ore, giorni, settimane, mesi, anni, paesi, camere, veicoli, filiali, studi,
  aziende, richieste, ristoranti, lojas, filiais, unidades, escritorios, clinicas, hoteis, chamadas,
  horas, dias, semanas, meses, anos, quartos, veiculos, agendamentos, pedidos, mensagens, winkels,
  vestigingen, locaties, kantoren, praktijken, hotels, telefoontjes, afspraken, uur, uren, dagen, weken,
  maanden, jaar, jaren, kamers, voertuigen, talen, bedrijven, filialen, meldingen
`);

const classes: ReadonlyMap<string, NounClass> = new Map<string, NounClass>([
  ...words(THINGS, 'thing'),
  ...words(OUTSIDERS, 'outsider'),
  ...words(HEADCOUNT, 'headcount'),
  ...words(PERSONS, 'person'),
  ...words(SEATS, 'seat'),
]);

/** Ends by which the languages name people at work. Only where the noun is not listed as a thing. */
const PERSON_ENDING =
  /(?:ists|ologists|icians|sellers|workers|keepers|men|women|mates|innen|leute|krafte|isten|arbeiter|arbeiterinnen|helfer|leiter|berater|techniker|eurs|istes|iciens|iennes|istas|adores|adoras|ores|isti|tori|trici|ieri|eiros|eiras|istas|medewerkers|isten|ers|ors)$/;

/** The class of a folded noun; null where it is not known. */
export function classOf(noun: string): NounClass | null {
  return classes.get(noun) ?? null;
}

export function looksLikePeople(noun: string): boolean {
  return noun.length > 5 && PERSON_ENDING.test(noun);
}

function words(nouns: readonly string[], noun: NounClass): readonly (readonly [string, NounClass])[] {
  return nouns.map((word) => [word, noun] as const);
}

/** "4-person support team", "a team of 12": a group inside the company, not the company. */
export const GROUP = phrases(
  list(`
  team, squad, crew, desk, department, dept, group, abteilung, equipe, equipo, squadra, afdeling, ploeg,
  time, service desk, call center, call centre, support
`),
);
