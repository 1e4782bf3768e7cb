"""Cities, rivers, regions and seas that have names of their own in German, Dutch or English.

CLDR has these names for countries and for the cities of its time zones only. Every row is one place: its names in
German, Dutch and English; several names of one language are separated by ``/``. A name that is a common word too
(*Essen*, *Reading*) is left out.
"""

from __future__ import annotations

from plugins.translation.gate.lexicon.entry import listed

LANGUAGES = ("de", "nl", "en")
"""The columns."""

TABLE = """
Aachen|Aken|Aachen
Ägäis|Egeïsche Zee|Aegean/Aegean Sea
Alexandria|Alexandrië|Alexandria
Allgäu|Allgäu|Allgäu
Alpen|Alpen|Alps
Andalusien|Andalusië|Andalusia
Antwerpen|Antwerpen|Antwerp
Apulien|Apulië|Apulia
Ardennen|Ardennen|Ardennes
Arktis|Arctis/Noordpool|Arctic
Ärmelkanal|Het Kanaal|English Channel
Athen|Athene|Athens
Bagdad|Bagdad|Baghdad
Balkan|Balkan|Balkans
Barcelona|Barcelona|Barcelona
Basel|Bazel|Basel/Basle
Baskenland|Baskenland|Basque Country
Bayern|Beieren|Bavaria
Belgrad|Belgrado|Belgrade
Bergkarabach/Berg-Karabach|Nagorno-Karabach|Nagorno-Karabakh
Berlin|Berlijn|Berlin
Bern|Bern|Bern/Berne
Beirut|Beiroet|Beirut
Bodensee|Bodenmeer|Lake Constance
Böhmen|Bohemen|Bohemia
Bordeaux|Bordeaux|Bordeaux
Bosporus|Bosporus|Bosphorus
Brandenburg|Brandenburg|Brandenburg
Braunschweig|Brunswijk|Brunswick
Breslau|Breslau/Wrocław|Wrocław/Breslau
Bretagne|Bretagne|Brittany
Brügge|Brugge|Bruges
Brüssel|Brussel|Brussels
Budapest|Boedapest|Budapest
Bukarest|Boekarest|Bucharest
Burgund|Bourgondië|Burgundy
Chișinău|Chisinau|Chișinău
Damaskus|Damascus|Damascus
Danzig|Gdansk/Danzig|Gdańsk/Danzig
Delhi/Neu-Delhi|Delhi/New Delhi|Delhi/New Delhi
Den Haag|Den Haag/'s-Gravenhage|The Hague
Djerba|Djerba|Djerba
Donau|Donau|Danube
Dresden|Dresden|Dresden
Drau|Drava|Drava
Dschibuti|Djibouti|Djibouti
Düsseldorf|Düsseldorf/Dusseldorf|Düsseldorf/Dusseldorf
Dubrovnik|Dubrovnik|Dubrovnik
Dünkirchen|Duinkerken|Dunkirk
Edinburgh|Edinburgh|Edinburgh
Eismeer/Nordpolarmeer|Noordelijke IJszee|Arctic Ocean
Elsass|Elzas|Alsace
Emmerich|Emmerik|Emmerich
England|Engeland|England
Flandern|Vlaanderen|Flanders
Florenz|Florence|Florence
Frankfurt|Frankfurt/Frankfort|Frankfurt
Freiburg|Freiburg|Freiburg
Friaul|Friuli|Friuli
Galiläa|Galilea|Galilee
Galizien|Galicië|Galicia
Gelderland|Gelderland|Gelderland/Guelders
Genf|Genève|Geneva
Gent|Gent|Ghent
Genua|Genua|Genoa
Göteborg|Göteborg/Gotenburg|Gothenburg
Golfstrom|Golfstroom|Gulf Stream
Graubünden|Graubünden/Grauwbunderland|Graubünden/Grisons
Hamburg|Hamburg|Hamburg
Hannover|Hannover|Hanover/Hannover
Havanna|Havana|Havana
Helsinki|Helsinki|Helsinki
Hennegau|Henegouwen|Hainaut
Hessen|Hessen|Hesse
Himalaja/Himalaya|Himalaya|Himalayas/Himalaya
Holstein|Holstein|Holstein
Istrien|Istrië|Istria
Jangtse/Jangtsekiang|Yangtze/Jangtsekiang|Yangtze
Jerusalem|Jeruzalem|Jerusalem
Jütland|Jutland|Jutland
Kairo|Caïro|Cairo
Kalifornien|Californië|California
Kanalinseln|Kanaaleilanden|Channel Islands
Kapstadt|Kaapstad|Cape Town
Kärnten|Karinthië|Carinthia
Karpaten|Karpaten|Carpathians
Kaspisches Meer/Kaspischen Meer|Kaspische Zee|Caspian Sea/Caspian
Kastilien|Castilië|Castile
Katalonien|Catalonië|Catalonia
Kaukasus|Kaukasus|Caucasus
Kiew/Kyjiw|Kiev/Kyiv|Kyiv/Kiev
Kleve/Kleef|Kleef|Kleve/Cleves
Köln|Keulen|Cologne
Königsberg|Koningsbergen|Königsberg
Kopenhagen|Kopenhagen|Copenhagen
Korinth|Korinthe|Corinth
Korsika|Corsica|Corsica
Krakau|Krakau|Kraków/Krakow/Cracow
Kreta|Kreta|Crete
Krim|Krim|Crimea
Laibach/Ljubljana|Ljubljana|Ljubljana
Lappland|Lapland|Lapland
Lausitz|Lausitz|Lusatia
Leipzig|Leipzig|Leipzig
Lemberg/Lwiw|Lviv|Lviv
Ligurien|Ligurië|Liguria
Lille|Rijsel/Lille|Lille
Lissabon|Lissabon|Lisbon
Lombardei|Lombardije|Lombardy
London|Londen|London
Lothringen|Lotharingen|Lorraine
Löwen|Leuven|Leuven/Louvain
Lübeck|Lübeck|Lübeck
Lüttich|Luik|Liège
Luxemburg|Luxemburg|Luxembourg
Luzern|Luzern|Lucerne
Lyon|Lyon|Lyon/Lyons
Maas|Maas|Meuse/Maas
Maastricht|Maastricht|Maastricht
Madrid|Madrid|Madrid
Mähren|Moravië|Moravia
Mailand|Milaan|Milan
Mainz|Mainz|Mainz
Makedonien|Macedonië|Macedonia
Mallorca|Mallorca|Majorca/Mallorca
Marseille|Marseille|Marseille/Marseilles
Mecheln|Mechelen|Mechelen
Mecklenburg-Vorpommern|Mecklenburg-Voorpommeren|Mecklenburg-Western Pomerania/Mecklenburg-Vorpommern
Mekka|Mekka|Mecca
Mexiko-Stadt|Mexico-Stad|Mexico City
Mittelmeer|Middellandse Zee|Mediterranean/Mediterranean Sea
Moldau|Moldau|Vltava/Moldau
Mosel|Moezel|Moselle/Mosel
Moskau|Moskou|Moscow
München|München|Munich
Münster|Münster/Munster|Münster
Namur|Namen|Namur
Neapel|Napels|Naples
Niederrhein|Nederrijn|Lower Rhine
Niedersachsen|Nedersaksen|Lower Saxony
Nil|Nijl|Nile
Nimwegen/Nijmegen|Nijmegen|Nijmegen
Nizza|Nice|Nice
Nordirland|Noord-Ierland|Northern Ireland
Nordrhein-Westfalen|Noordrijn-Westfalen/Noord-Rijnland-Westfalen|North Rhine-Westphalia
Nordsee|Noordzee|North Sea
Normandie|Normandië|Normandy
Nürnberg|Neurenberg|Nuremberg
Oberösterreich|Opper-Oostenrijk|Upper Austria
Oslo|Oslo|Oslo
Ostende|Oostende|Ostend
Ostsee|Oostzee|Baltic/Baltic Sea
Palästina|Palestina|Palestine
Paris|Parijs|Paris
Peking|Peking/Beijing|Beijing/Peking
Persischer Golf/Persischen Golf|Perzische Golf|Persian Gulf
Pfalz|Palts|Palatinate
Picardie|Picardië|Picardy
Piemont|Piëmont|Piedmont
Pilsen|Pilsen|Pilsen/Plzeň
Pommern|Pommeren|Pomerania
Porto|Porto|Porto/Oporto
Potsdam|Potsdam|Potsdam
Prag|Praag|Prague
Preßburg/Pressburg/Bratislava|Bratislava|Bratislava
Preußen|Pruisen|Prussia
Provence|Provence|Provence
Pyrenäen|Pyreneeën|Pyrenees
Regensburg|Regensburg|Regensburg
Reims|Reims|Reims/Rheims
Reykjavík|Reykjavik|Reykjavík
Rhein|Rijn|Rhine
Rheinland|Rijnland|Rhineland
Rheinland-Pfalz|Rijnland-Palts|Rhineland-Palatinate
Rhodos|Rhodos|Rhodes
Riga|Riga|Riga
Rom|Rome|Rome
Rotterdam|Rotterdam|Rotterdam
Ruhrgebiet|Ruhrgebied|Ruhr/Ruhr area/Ruhr region
Saarbrücken|Saarbrücken|Saarbrücken
Saarland|Saarland|Saarland
Sachsen|Saksen|Saxony
Sachsen-Anhalt|Saksen-Anhalt|Saxony-Anhalt
Saloniki/Thessaloniki|Thessaloniki|Thessaloniki/Salonica
Sankt Petersburg/St. Petersburg|Sint-Petersburg|St. Petersburg/Saint Petersburg
Saragossa|Zaragoza|Zaragoza/Saragossa
Sardinien|Sardinië|Sardinia
Savoyen|Savoye|Savoy
Schelde|Schelde|Scheldt
Schlesien|Silezië|Silesia
Schleswig-Holstein|Sleeswijk-Holstein|Schleswig-Holstein
Schottland|Schotland|Scotland
Schwaben|Zwaben|Swabia
Schwarzes Meer/Schwarzen Meer|Zwarte Zee|Black Sea
Schwarzwald|Zwarte Woud|Black Forest
Seeland|Zeeland|Zeeland
Seine|Seine|Seine
Seoul|Seoel/Seoul|Seoul
Sevilla|Sevilla|Seville
Sibirien|Siberië|Siberia
Siebenbürgen|Transsylvanië/Zevenburgen|Transylvania
Sizilien|Sicilië|Sicily
Skandinavien|Scandinavië|Scandinavia
Sofia|Sofia|Sofia
Steiermark|Stiermarken|Styria
Stettin|Szczecin/Stettin|Szczecin/Stettin
Stockholm|Stockholm|Stockholm
Straßburg/Strassburg|Straatsburg|Strasbourg
Stuttgart|Stuttgart|Stuttgart
Südtirol|Zuid-Tirol|South Tyrol
Syrakus|Syracuse|Syracuse
Tallinn|Tallinn|Tallinn
Teheran|Teheran|Tehran
Tessin|Ticino|Ticino
Themse|Theems|Thames
Thrakien|Thracië|Thrace
Thüringen|Thüringen|Thuringia
Tiflis|Tbilisi|Tbilisi
Tirol|Tirol|Tyrol
Tokio|Tokio|Tokyo
Toskana|Toscane|Tuscany
Tournai|Doornik|Tournai
Trient|Trente|Trento
Trier|Trier|Trier
Triest|Triëst|Trieste
Turin|Turijn|Turin
Umbrien|Umbrië|Umbria
Venedig|Venetië|Venice
Venetien|Veneto|Veneto
Vierwaldstättersee|Vierwoudstrekenmeer|Lake Lucerne
Vogesen|Vogezen|Vosges
Wales|Wales|Wales
Walachei|Walachije|Wallachia
Wallonien|Wallonië|Wallonia
Warschau|Warschau|Warsaw
Wattenmeer|Waddenzee|Wadden Sea
Weichsel|Weichsel/Wisła|Vistula
Weser|Wezer|Weser
Westfalen|Westfalen|Westphalia
Wien|Wenen|Vienna
Wilna/Vilnius|Vilnius|Vilnius
Zagreb|Zagreb|Zagreb
Zürich|Zürich|Zurich/Zürich
"""

BODIES = """
UNO/UN/Vereinte Nationen|VN/Verenigde Naties|UN/United Nations
EZB/Europäische Zentralbank|ECB/Europese Centrale Bank|ECB/European Central Bank
NATO|NAVO|NATO
WHO/Weltgesundheitsorganisation|WHO/Wereldgezondheidsorganisatie|WHO/World Health Organization/World Health Organisation
IWF|IMF|IMF
OECD|OESO|OECD
OSZE|OVSE|OSCE
WTO|WTO|WTO
EuGH|HvJ/HvJEU|ECJ/CJEU
UNESCO|UNESCO|UNESCO
UNICEF|UNICEF|UNICEF
Fed/US-Notenbank|Fed|Fed/Federal Reserve
Weltbank|Wereldbank|World Bank
Europarat|Raad van Europa|Council of Europe
ILO|IAO/ILO|ILO
"""
"""Bodies that are called otherwise in each language."""

COUNTRIES = """
GB=Großbritannien|Groot-Brittannië|Britain/Great Britain
NL=Holland|Holland|Holland
US=USA/Amerika/Vereinigten Staaten|VS/Amerika|US/USA/America
CZ=Tschechien/Tschechische Republik/Tschechischen Republik|Tsjechië/Tsjechische Republiek|Czech Republic/Czechia
TR=Türkei|Turkije|Turkey
MM=Birma|Birma|Burma
BY=Weißrussland|Wit-Rusland|Belarus
MK=Nordmazedonien|Noord-Macedonië|North Macedonia
CI=Elfenbeinküste|Ivoorkust|Ivory Coast
MD=Moldawien|Moldavië|Moldova
"""
"""Names of countries that people use beside those of CLDR."""

EVERYWHERE = listed("""
Almere Amersfoort Amsterdam Apeldoorn Arnhem Augsburg Belfast Bielefeld Birmingham Bochum Bonn Bottrop Breda Bremen
Bremerhaven Brescia Bristol Cambridge Cardiff Chemnitz Coventry Darmstadt Delft Dordrecht Dortmund Drenthe
Duisburg Eindhoven Elbe Emden Emsland Enschede Erfurt Erlangen Flevoland Friesland Gelsenkirchen Glasgow Göttingen
Graz Groningen Gronau Haarlem Heidelberg Heilbronn Hengelo Hilversum Ingolstadt Innsbruck Jena Karlsruhe Kassel
Koblenz Kortrijk Krefeld Leeds Lelystad Leverkusen Limburg Linz Liverpool Lüneburg Magdeburg Manchester Mannheim
Meppen Mönchengladbach Nordhorn Nottingham Oberhausen Offenbach Oldenburg Osnabrück Overijssel Oxford Paderborn
Pforzheim Potsdam Recklinghausen Remscheid Rostock Salzburg Salzgitter Schwerin Sheffield Solingen Southampton
Tilburg Toulouse Ulm Utrecht Venlo Wiesbaden Winterswijk Wolfsburg Wuppertal Würzburg Zwickau Zwolle
""")
"""Places that are called the same in all three, and are no words."""
