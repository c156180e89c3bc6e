import { isTitleWord } from './titles.js';

/** Words that make a capitalised phrase a company rather than a person. Lower case. */
const WORDS = `
academy authority advisors agency airlines airport analytics appliances architects associates auto autos bakery bank bikes boats books boots bros brothers brewery brewing
builders building buildings bus cabs café cafe care catering center centre ceramics chambers chemist church city cleaning clinic clinics club co coffee coffees
college collective communications construction consulting contractors cooling council couriers county cruises cycles dairy
dealership delivery dental dentistry dermatology design diagnostics digital direct district electric electrical electronics
energy engineering entertainment equipment estate estates events express eyecare eyewear fabrics farm farms fashion ferries finance financial fitness
fleet florist flooring flowers foods food forwarding foundation freight fulfilment fulfillment furniture games garage gardens gas glass global goods group gym handling
hardware health healthcare heating holdings holidays home homes hospital hospitals hostel hotel hotels house housing hvac imaging
industries insurance interiors international inc investments it kayaks kitchens kliniken laboratory labs laundry law learning legal leisure
library lighting lines living loans locksmiths logistics ltd machinery maintenance management manufacturing marine market marketing media medical
mills mobility mortgage motor motors movers moving museum music natural network networks nurseries nursery office optical opticians optics orthodontics outdoor outdoors outfitters packaging
paint painting parcel parks partners pay payments pediatrics pest pet pets pharma pharmacies pharmacy photography physio physiotherapy pools
plumbing power practice press print printing produce productions products properties property publishing radiology rail realty
recruitment recycling removals rental rentals repair repairs resort resorts restaurant restaurants retail robotics roofing salon salons school schools
security services service shipping shop shops software solar solutions spa spices sports stables staffing station store stores storage studio studios supplies supply
surgery surveyors systems talent taxi taxis tech technologies technology telecom textiles theatre tools tours towing toys trading training transit transport travel trust
tutoring union university utilities vans ventures vet vets veterinary video village vineyard warehouse waste water wellness wholesale wines windows works workshop yachts yoga zoo
airways blinds bookkeeping bus buses co-op coop caravans chiropractic crafts gmbh grooming hr landscaping lifts lift elevators mills optik
apotheke apotheken arztpraxis autohaus bäckerei bau bestattungen betriebe druckerei elektro energie entsorgung fahrschule gartenbau gebäudereinigung
genossenschaft gesellschaft gruppe haus hausverwaltung haustechnik heizung hotel immobilien klinik klinikum küchen lebensmittel logistik
maschinenbau metallbau möbel pflegedienst physiotherapie praxis reisen reinigung sanitär schreinerei spedition stadtwerke stadt steuerberatung stiftung
tischlerei transporte verband verein verlag verwaltung versicherung versicherungen werke werkstatt zahnärzte zahnarztpraxis
academia agencia autoescuela ayuntamiento bodega bodegas centro clínica clínicas clinica colegio comercial constructora consultores consultoría
cooperativa dental despacho distribuciones editorial empresa escuela estudio fábrica farmacia farmacias ferretería fundación gestoría gestoria grupo hospital
hermanos hoteles imprenta industrias inmobiliaria instalaciones laboratorio laboratorios limpiezas logística muebles óptica ópticas panadería productos
reformas restaurante restaurantes seguros servicios sistemas soluciones supermercados talleres taller tienda tiendas transportes universidad viajes veterinaria
agence ascenseurs assurances atelier ateliers boulangerie cabinet chauffage cliniques clinique coiffure commune conseil cuisines déménagements dépannage
domaine éditions école entreprise établissements ets expertise garage groupe imprimerie institut jardins laboratoires librairie
mairie maison meubles menuiserie nettoyage optique pharmacie plomberie restaurant société sécurité transports vacances vétérinaire voyages
agência clínicas comércio condomínio construções contabilidade corretora escola estúdio farmácia fazenda hotéis hospital imobiliária indústria indústrias
instituto loja lojas oficina ótica padaria pousada quinta restaurante seguros serviços soluções transportadora turismo universidade
agenzia albergo assicurazioni autofficina azienda birrificio caffè cantina cantine carrozzeria clinica comune consorzio cooperativa costruzioni
farmacia fratelli gruppo immobiliare impianti lavanderia mobili officina officine panificio pasticceria poliambulatorio ristorante scuola servizi
studio trasporti tenuta viaggi
apotheek autobedrijf bakkerij bouw fietsen garage gemeente gezondheidscentrum groep installatie kinderopvang kliniek koeltransport kuisdienst makelaardij
makelaars praktijk reizen rijschool schilders schoonmaak stichting tandartsen techniek thuiszorg tuinen uitgeverij verzekeringen vervoer winkels woningen zorg zorggroep
`;
const COMPANY_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/u).filter((word) => word !== ''));

/** True for a company's name in lower case: a word for a trade beside one that is nobody's trade. */
export function looksLikeTypedCompany(text: string, isOrdinary: (word: string) => boolean): boolean {
  const words = text.toLowerCase().split(/\s+/u);
  if (
    words.length < 2 ||
    words.length > 5 ||
    words.some((word) => word !== '&' && (isOrdinary(word) || isTitleWord(word) || /^\p{L}$/u.test(word)))
  )
    return false;
  return (
    hasCompanyWord(text) &&
    words.some(
      (word) => /^\p{L}{3,}/u.test(word) && !isCompanyWord(word) && !isCompanyWord(word.replace(/s$/u, '')),
    )
  );
}

/** German and Dutch compounds end in what they are: "Dachdeckerei", "Hausverwaltung", "schoonmaakbedrijf". */
const COMPOUND =
  /^\p{L}{4,}(?:erei|handel|handlung|betriebe?|technik|praxis|verwaltung|agentur|büro|werkstatt|werke|klinik|zentrum|gesellschaft|kanzlei|logistik|apotheke|verband|stiftung|akademie|genossenschaft|bedrijf|winkel|praktijk)$/u;

function isCompanyWord(word: string): boolean {
  return COMPANY_WORDS.has(word) || COMPOUND.test(word);
}

/** True when one of the words says that this is a company. */
export function hasCompanyWord(text: string): boolean {
  if (/\s[&+]\s/u.test(text)) return true;
  return text
    .toLowerCase()
    .split(/[\s'’-]+/u)
    .some((word) => isCompanyWord(word.replace(/[.,]+$/u, '')));
}
