<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>CredentialsPage</name>
    <message>
        <source>Project and key</source>
        <translation>Projekt och nyckel</translation>
    </message>
    <message>
        <source>&amp;Paste all</source>
        <translation>Klistra in &amp;allt</translation>
    </message>
    <message>
        <source>Finds project ID, key and secret in the text you copied</source>
        <translation>Hittar projekt-id, nyckel och hemlighet i texten du kopierade</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;mn</translation>
    </message>
    <message>
        <source>What you call this project, for example Contoso</source>
        <translation>Vad du kallar det här projektet, till exempel Contoso</translation>
    </message>
    <message>
        <source>Project &amp;ID</source>
        <translation>Projekt-&amp;id</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>N&amp;yckel</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Hemlighet</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Visa</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>Visa hemligheten</translation>
    </message>
    <message>
        <source>Service &amp;address</source>
        <translation>Tjänstens ad&amp;ress</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testa</translation>
    </message>
    <message>
        <source>Signs in and asks for each environment</source>
        <translation>Loggar in och frågar om varje miljö</translation>
    </message>
</context>
<context>
    <name>ExportWizard</name>
    <message>
        <source>Export a database</source>
        <translation>Exportera en databas</translation>
    </message>
    <message>
        <source>1  What</source>
        <comment>First page of the export wizard</comment>
        <translation>1  Vad</translation>
    </message>
    <message>
        <source>2  How long</source>
        <comment>Second page of the export wizard</comment>
        <translation>2  Hur länge</translation>
    </message>
    <message>
        <source>Copy as &amp;command</source>
        <translation>Kopiera som &amp;kommando</translation>
    </message>
    <message>
        <source>Copies the line for longshorectl that does the same; it holds no secret.</source>
        <translation>Kopierar raden för longshorectl som gör samma sak; den innehåller ingen hemlighet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>Leaves the export wizard, nothing is started</comment>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <comment>To the page before</comment>
        <translation>Till&amp;baka</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <comment>To the next page</comment>
        <translation>&amp;Nästa</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Which file should be imported?</source>
        <translation>Vilken fil ska importeras?</translation>
    </message>
    <message>
        <source>The file is only read. Nothing is sent before the last page.</source>
        <translation>Filen läses bara. Inget skickas före sista sidan.</translation>
    </message>
    <message>
        <source>Drop a database package (.bacpac) or an SQL dump (.sql, also packed as .gz, .bz2, .xz, .zst or .zip) here, or choose one. “Import to…” in the library takes a file you exported before.</source>
        <translation>Släpp ett databaspaket (.bacpac) eller en SQL-dump (.sql, även packad som .gz, .bz2, .xz, .zst eller .zip) här, eller välj en fil. ”Importera till…” i biblioteket tar en fil som du har exporterat tidigare.</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Files and secrets</source>
        <translation>Filer och hemligheter</translation>
    </message>
    <message>
        <source>Keep files &amp;in</source>
        <translation>Spara filer &amp;i</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Välj…</translation>
    </message>
    <message>
        <source>Named like</source>
        <translation>Namnges som</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Hemlighet</translation>
    </message>
    <message>
        <source>Ask &amp;me for the secret at each start</source>
        <translation>Fråga &amp;mig efter hemligheten vid varje start</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Miljöer</translation>
    </message>
    <message>
        <source>The tier says how much harm a mistake does there. It can be raised at any time.</source>
        <translation>Nivån anger hur stor skada ett misstag gör där. Den kan höjas när som helst.</translation>
    </message>
    <message>
        <source>Additional &amp;environment</source>
        <translation>Y&amp;tterligare miljö</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Lägg till</translation>
    </message>
</context>
<context>
    <name>JobDetails</name>
    <message>
        <source>Copy id</source>
        <translation>Kopiera id</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Logg</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>Kopiera &amp;rapport</translation>
    </message>
    <message>
        <source>Everything support needs, without secrets and signed links</source>
        <translation>Allt som supporten behöver, utan hemligheter och signerade länkar</translation>
    </message>
    <message>
        <source>&amp;Id at the service</source>
        <comment>Of an export or a deployment at the service</comment>
        <translation>&amp;Id hos tjänsten</translation>
    </message>
    <message>
        <source>Copy the id that the service knows the job by</source>
        <translation>Kopierar det id som tjänsten känner jobbet under</translation>
    </message>
</context>
<context>
    <name>KeepPage</name>
    <message>
        <source>How long should the service keep the file?</source>
        <translation>Hur länge ska tjänsten behålla filen?</translation>
    </message>
    <message>
        <source>Long enough to download it. Your copy here is not affected.</source>
        <translation>Tillräckligt länge för att hinna hämta den. Din kopia här påverkas inte.</translation>
    </message>
    <message>
        <source>&amp;Keep for</source>
        <translation>Behåll &amp;i</translation>
    </message>
    <message>
        <source>Hours to keep the file on the server</source>
        <translation>Antal timmar som filen behålls på servern</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <comment>The finished files</comment>
        <translation>Bibliotek</translation>
    </message>
    <message>
        <source>Filter files</source>
        <translation>Filtrera filer</translation>
    </message>
    <message>
        <source>Files in the library</source>
        <translation>Filer i biblioteket</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Kontrollens förlopp</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>How should it be imported?</source>
        <translation>Hur ska den importeras?</translation>
    </message>
    <message>
        <source>Options of the import</source>
        <translation>Importens alternativ</translation>
    </message>
    <message>
        <source>Tables that are there now</source>
        <translation>Tabeller som finns där nu</translation>
    </message>
    <message>
        <source>&amp;Delete them first</source>
        <comment>Tables of the target</comment>
        <translation>&amp;Ta bort dem först</translation>
    </message>
    <message>
        <source>The target then holds exactly what is in the dump.</source>
        <translation>Målet innehåller sedan exakt det som finns i dumpen.</translation>
    </message>
    <message>
        <source>&amp;Keep those that the dump does not have</source>
        <comment>Tables of the target</comment>
        <translation>Be&amp;håll dem som dumpen inte har</translation>
    </message>
    <message>
        <source>Foreign keys &amp;off while it is imported</source>
        <translation>Främmande nycklar av under imp&amp;orten</translation>
    </message>
    <message>
        <source>Tables may then come in any order, as most dumps have them.</source>
        <translation>Tabellerna får då komma i vilken ordning som helst, som i de flesta dumpar.</translation>
    </message>
    <message>
        <source>Change the site’s &amp;address in all texts</source>
        <translation>Byt webbplatsens &amp;adress i alla texter</translation>
    </message>
    <message>
        <source>&amp;Search for</source>
        <translation>&amp;Sök efter</translation>
    </message>
    <message>
        <source>Re&amp;place by</source>
        <translation>E&amp;rsätt med</translation>
    </message>
    <message>
        <source>The service does this while it imports, so that the site answers under the target’s address and not under the old one.</source>
        <translation>Tjänsten gör det under importen, så att webbplatsen svarar på målets adress och inte på den gamla.</translation>
    </message>
</context>
<context>
    <name>PlatformPage</name>
    <message>
        <source>Where are the databases?</source>
        <translation>Var finns databaserna?</translation>
    </message>
    <message>
        <source>&amp;Optimizely DXP</source>
        <translation>&amp;Optimizely DXP</translation>
    </message>
    <message>
        <source>Your own project, with its ID, key and secret</source>
        <translation>Ditt eget projekt, med dess id, nyckel och hemlighet</translation>
    </message>
    <message>
        <source>Your own project. You need its project ID and an API key with its secret.</source>
        <translation>Ditt eget projekt. Du behöver dess projekt-id och en API-nyckel med tillhörande hemlighet.</translation>
    </message>
    <message>
        <source>&amp;Practice server</source>
        <translation>Ö&amp;vningsserver</translation>
    </message>
    <message>
        <source>A server on this computer that behaves like the service</source>
        <translation>En server på den här datorn som beter sig som tjänsten</translation>
    </message>
    <message>
        <source>A server inside this program that behaves like the service, with made-up data. Nothing here touches a real site.</source>
        <translation>En server i det här programmet som beter sig som tjänsten, med påhittade data. Ingenting här rör en riktig webbplats.</translation>
    </message>
    <message>
        <source>&amp;What do I need?</source>
        <translation>Vad behöver &amp;jag?</translation>
    </message>
    <message>
        <source>BuiltFast &amp;Vector Pro</source>
        <translation>BuiltFast &amp;Vector Pro</translation>
    </message>
    <message>
        <source>The sites of your account, with an API token</source>
        <translation>Webbplatserna i ditt konto, med en API-nyckel</translation>
    </message>
    <message>
        <source>The sites of your account. You need an API token.</source>
        <translation>Webbplatserna i ditt konto. Du behöver en API-nyckel.</translation>
    </message>
    <message>
        <source>Optimizely DXP: in the management portal open your project, then the API tab. Add API credentials, give them a name, and tick the environments they may touch. The portal shows the secret once: copy it together with project ID and key, and use Paste all on the next page.&lt;br/&gt;&lt;br/&gt;Vector Pro: make an API key in the dashboard, with the rights site:read and site:write. It is shown once.</source>
        <translation>Optimizely DXP: öppna ditt projekt i hanteringsportalen och sedan fliken API. Lägg till API-uppgifter, ge dem ett namn och kryssa för de miljöer de får röra. Portalen visar hemligheten en gång: kopiera den tillsammans med projekt-id och nyckel och använd Klistra in allt på nästa sida.&lt;br/&gt;&lt;br/&gt;Vector Pro: skapa en API-nyckel i instrumentpanelen, med rättigheterna site:read och site:write. Den visas en gång.</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <source>Before anything is replaced</source>
        <translation>Innan något ersätts</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Mapp</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <comment>Choose another folder</comment>
        <translation>Än&amp;dra…</translation>
    </message>
    <message>
        <source>Name at the &amp;service</source>
        <translation>Namn hos t&amp;jänsten</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Secret needed</source>
        <translation>Hemlighet behövs</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Hemlighet</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Visa</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>Visa hemligheten</translation>
    </message>
    <message>
        <source>&amp;Keep it in the system&apos;s keychain</source>
        <translation>&amp;Spara den i systemets nyckelring</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>&amp;Keep files in</source>
        <translation>&amp;Spara filer i</translation>
    </message>
    <message>
        <source>Choo&amp;se…</source>
        <translation>&amp;Välj…</translation>
    </message>
    <message>
        <source>Choose the folder for files</source>
        <translation>Välj mapp för filer</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Nätverk</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Enligt systemet</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Den här</translation>
    </message>
    <message>
        <source>Proxy &amp;address</source>
        <translation>Proxy&amp;adress</translation>
    </message>
    <message>
        <source>&amp;Extra certificates</source>
        <translation>&amp;Extra certifikat</translation>
    </message>
    <message>
        <source>PEM file trusted beside the system&apos;s own</source>
        <translation>PEM-fil som är betrodd utöver systemets egna</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Vä&amp;lj…</translation>
    </message>
    <message>
        <source>Choose the file of extra certificates</source>
        <translation>Välj filen med extra certifikat</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Överföringar</translation>
    </message>
    <message>
        <source>&amp;Limit speed to</source>
        <translation>&amp;Begränsa hastigheten till</translation>
    </message>
    <message>
        <source>Speed limit in megabytes per second</source>
        <translation>Hastighetsgräns i megabyte per sekund</translation>
    </message>
    <message>
        <source> MB/s</source>
        <translation> MB/s</translation>
    </message>
    <message>
        <source>Say what goes on before &amp;quitting while jobs run</source>
        <translation>Visa vad som pågår i&amp;nnan programmet avslutas medan jobb körs</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>Ändringar tillämpas direkt.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;täng</translation>
    </message>
    <message>
        <source>Co&amp;nnections at once</source>
        <translation>A&amp;nslutningar samtidigt</translation>
    </message>
    <message>
        <source>of all transfers together, at most; a transfer uses as many as help</source>
        <translation>högst, för alla överföringar tillsammans; en överföring använder så många som hjälper</translation>
    </message>
    <message>
        <source>Named {site}-{environment}-{database}-{date}-{time}.bacpac or .sql; an existing file is never replaced.</source>
        <translation>Får namnet {site}-{environment}-{database}-{date}-{time}.bacpac eller .sql; en befintlig fil ersätts aldrig.</translation>
    </message>
</context>
<context>
    <name>VectorPage</name>
    <message>
        <source>Account and token</source>
        <translation>Konto och nyckel</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;mn</translation>
    </message>
    <message>
        <source>API &amp;token</source>
        <translation>API-n&amp;yckel</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>V&amp;isa</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>Visa nyckeln</translation>
    </message>
    <message>
        <source>Service &amp;address</source>
        <translation>Tjänstens &amp;adress</translation>
    </message>
    <message>
        <source>&amp;Version of its API</source>
        <translation>Dess API-&amp;version</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>T&amp;esta</translation>
    </message>
    <message>
        <source>Signs in and asks for the sites</source>
        <translation>Loggar in och frågar efter webbplatserna</translation>
    </message>
    <message>
        <source>Sites to &amp;connect</source>
        <translation>Webbplatser att a&amp;nsluta</translation>
    </message>
    <message>
        <source>Sites to connect</source>
        <translation>Webbplatser att ansluta</translation>
    </message>
</context>
<context>
    <name>WhatPage</name>
    <message>
        <source>What should be exported?</source>
        <translation>Vad ska exporteras?</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Miljö</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Miljö</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Databas</translation>
    </message>
    <message>
        <source>C&amp;MS</source>
        <comment>A database</comment>
        <translation>&amp;CMS</translation>
    </message>
    <message>
        <source>C&amp;ommerce</source>
        <comment>A database</comment>
        <translation>C&amp;ommerce</translation>
    </message>
    <message>
        <source>Bo&amp;th</source>
        <comment>Both databases</comment>
        <translation>Båd&amp;a</translation>
    </message>
    <message>
        <source>two jobs, one after the other</source>
        <translation>två jobb, ett i taget</translation>
    </message>
    <message>
        <source>M&amp;ySQL</source>
        <comment>A database</comment>
        <translation>M&amp;ySQL</translation>
    </message>
</context>
<context>
    <name>WherePage</name>
    <message>
        <source>Where should it go?</source>
        <translation>Var ska den sparas?</translation>
    </message>
    <message>
        <source>&amp;Download and verify it when it is ready</source>
        <translation>&amp;Hämta och kontrollera den när den är klar</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Mapp</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <comment>Choose another folder</comment>
        <translation>Än&amp;dra…</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>N&amp;amn</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Det här händer</translation>
    </message>
    <message>
        <source>&amp;Packing</source>
        <comment>How a file is packed</comment>
        <translation>&amp;Packning</translation>
    </message>
</context>
<context>
    <name>longshore::Announcer</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>longshore::Assistant</name>
    <message>
        <source>&amp;Back</source>
        <translation>Till&amp;baka</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>A step on top of an assistant: its number and its name</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Slutför</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nästa</translation>
    </message>
</context>
<context>
    <name>longshore::CheckPage</name>
    <message>
        <source>Copy &amp;report</source>
        <translation>Kopiera &amp;rapport</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Kontrollens förlopp</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Iakttagelser</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>Second page of the import assistant</extracomment>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>Read %1 of %2</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>Läst %1 av %2</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>Kontrollerar %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The outcome of a check. %1 is the name of a file, %2 for example &quot;2 warnings&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <extracomment>Button: after an error the file may have been mended</extracomment>
        <translation>Kontrollera i&amp;gen</translation>
    </message>
    <message>
        <source>What is in the file</source>
        <translation>Vad som finns i filen</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <extracomment>Tab: what the check of a file found</extracomment>
        <translation>&amp;Iakttagelser</translation>
    </message>
    <message>
        <source>Tables in the dump</source>
        <translation>Tabeller i dumpen</translation>
    </message>
    <message>
        <source>&amp;Tables (%1)</source>
        <extracomment>Tab: the tables in a dump</extracomment>
        <translation>&amp;Tabeller (%1)</translation>
    </message>
</context>
<context>
    <name>longshore::ConnectAssistant</name>
    <message>
        <source>Edit %1</source>
        <extracomment>%1 is the name of a connected project</extracomment>
        <translation>Redigera %1</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Anslut</translation>
    </message>
</context>
<context>
    <name>longshore::CopySheet</name>
    <message>
        <source>&amp;To</source>
        <extracomment>Field: the place that is copied to</extracomment>
        <translation>&amp;Till</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Databas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Choose the environment whose database is replaced</source>
        <translation>Välj miljön vars databas ersätts</translation>
    </message>
    <message>
        <source>&amp;Back up the %1 first</source>
        <extracomment>Box to tick. %1 is &quot;MySQL database of Shop / staging&quot;</extracomment>
        <translation>&amp;Säkerhetskopiera %1 först</translation>
    </message>
    <message>
        <source>&amp;Replace %1 by %2 in all texts</source>
        <extracomment>Box to tick. %1 and %2 are texts: &quot;//old.example&quot; and &quot;//new.example&quot;</extracomment>
        <translation>&amp;Ersätt %1 med %2 i alla texter</translation>
    </message>
    <message>
        <source>source</source>
        <extracomment>Beside the name of a place: the database is copied from there</extracomment>
        <translation>källa</translation>
    </message>
    <message>
        <source>is replaced</source>
        <extracomment>Beside the name of a place: its database is replaced</extracomment>
        <translation>ersätts</translation>
    </message>
    <message>
        <source>Production data leaves its place</source>
        <translation>Produktionsdata lämnar sin plats</translation>
    </message>
    <message>
        <source>T&amp;ype %1 to go on</source>
        <extracomment>%1 is what has to be typed: &quot;shop/staging&quot;. The ampersand marks the key of the field</extracomment>
        <translation>S&amp;kriv %1 för att fortsätta</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Vad som kommer att hända</translation>
    </message>
    <message>
        <source>Delete the target’s tables &amp;first, also those that the source does not have</source>
        <translation>Ta &amp;först bort målets tabeller, även de som källan inte har</translation>
    </message>
    <message>
        <source>Switch the check of foreign &amp;keys off meanwhile</source>
        <translation>Stäng av kontrollen av främmande &amp;nycklar under tiden</translation>
    </message>
    <message>
        <source>Go on if the check of the file &amp;warns, for example because it is unusually small</source>
        <translation>Fortsätt om kontrollen av filen &amp;varnar, till exempel för att den är ovanligt liten</translation>
    </message>
    <message>
        <source>The target may hold this &amp;data</source>
        <extracomment>Box to tick: the target may hold the data of production</extracomment>
        <translation>Målet får innehålla dessa &amp;uppgifter</translation>
    </message>
</context>
<context>
    <name>longshore::CopyText</name>
    <message>
        <source>Bring a backup back</source>
        <translation>Återställ en säkerhetskopia</translation>
    </message>
    <message>
        <source>Copy a database</source>
        <translation>Kopiera en databas</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A row of a list: %1 is a place, %2 a sentence: why not</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>It would be copied to itself.</source>
        <translation>Den skulle kopieras till sig själv.</translation>
    </message>
    <message>
        <source>It is of the other platform, whose databases do not fit.</source>
        <translation>Den hör till den andra plattformen, vars databaser inte passar.</translation>
    </message>
    <message>
        <source>The source does not belong to its project any more.</source>
        <translation>Källan hör inte längre till sitt projekt.</translation>
    </message>
    <message>
        <source>The key may not export the source.</source>
        <translation>Nyckeln får inte exportera källan.</translation>
    </message>
    <message>
        <source>The service gives no export of the source.</source>
        <translation>Tjänsten ger ingen export av källan.</translation>
    </message>
    <message>
        <source>%1 database of %2</source>
        <extracomment>%1 is &quot;CMS&quot;, &quot;Commerce&quot; or &quot;MySQL&quot;, %2 a place (&quot;Shop / staging&quot;)</extracomment>
        <translation>%1-databasen i %2</translation>
    </message>
    <message>
        <source>Then the service itself REPLACES the %1 with the %2. No file comes to this computer.</source>
        <extracomment>%1 and %2 are databases of places</extracomment>
        <translation>Sedan ERSÄTTER tjänsten själv %1 med %2. Ingen fil kommer till den här datorn.</translation>
    </message>
    <message>
        <source>Then the service REPLACES the %1 with its own backup of %2.</source>
        <extracomment>%1 is a database of a place, %2 a moment</extracomment>
        <translation>Sedan ERSÄTTER tjänsten %1 med sin egen säkerhetskopia från %2.</translation>
    </message>
    <message>
        <source>Then upload the file and REPLACE the %1 with it.</source>
        <extracomment>%1 is a database of a place</extracomment>
        <translation>Ladda sedan upp filen och ERSÄTT %1 med den.</translation>
    </message>
    <message>
        <source>Undo: not possible, as no backup is made.</source>
        <translation>Ångra: inte möjligt, eftersom ingen säkerhetskopia görs.</translation>
    </message>
    <message>
        <source>Undo: the service restores that backup, with “Undo import” at the job.</source>
        <translation>Ångra: tjänsten återställer säkerhetskopian, med ”Ångra import” vid jobbet.</translation>
    </message>
    <message>
        <source>Undo: from the backup, with “Undo import” at the job.</source>
        <translation>Ångra: från säkerhetskopian, med ”Ångra import” vid jobbet.</translation>
    </message>
    <message>
        <source>Export the %1 to %2 and look at the file. If it is not whole, nothing is sent.</source>
        <extracomment>%1 is a database of a place, %2 a folder</extracomment>
        <translation>Exportera %1 till %2 och granska filen. Om den inte är hel skickas inget.</translation>
    </message>
    <message>
        <source>Back up the %1 to %2. If that fails, nothing is replaced.</source>
        <extracomment>%1 is a database of a place, %2 a folder</extracomment>
        <translation>Säkerhetskopiera %1 till %2. Om det misslyckas ersätts inget.</translation>
    </message>
    <message>
        <source>%1 holds data of real people: names, orders, addresses, passwords. The copy puts it on %2 and into your library. Make sure that both may hold it, and that the target sends no mail to customers.</source>
        <extracomment>%1 and %2 are places</extracomment>
        <translation>%1 innehåller uppgifter om verkliga personer: namn, beställningar, adresser, lösenord. Kopian lägger dem på %2 och i ditt bibliotek. Se till att båda får innehålla dem och att målet inte skickar e-post till kunder.</translation>
    </message>
    <message>
        <source>Choose where it goes.</source>
        <translation>Välj vart den ska.</translation>
    </message>
    <message>
        <source>Tick that the target may hold this data.</source>
        <translation>Kryssa för att målet får innehålla dessa uppgifter.</translation>
    </message>
    <message>
        <source>Choose a folder for your library in the settings.</source>
        <translation>Välj en mapp för ditt bibliotek i inställningarna.</translation>
    </message>
    <message>
        <source>Type %1 to confirm.</source>
        <extracomment>%1 is what has to be typed: &quot;shop/staging&quot;</extracomment>
        <translation>Skriv %1 för att bekräfta.</translation>
    </message>
    <message>
        <source>Replace %1 database of %2</source>
        <translation>Ersätt %1-databasen i %2</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersätt</translation>
    </message>
</context>
<context>
    <name>longshore::CredentialsPage</name>
    <message>
        <source>Credentials</source>
        <extracomment>Name of an assistant&apos;s page: project, key and secret</extracomment>
        <translation>Uppgifter</translation>
    </message>
    <message>
        <source>&amp;Next without test</source>
        <translation>Gå vidare &amp;utan test</translation>
    </message>
    <message>
        <source>Test and &amp;next</source>
        <translation>Testa och gå vi&amp;dare</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>oförändrad</translation>
    </message>
    <message>
        <source>There is no project ID, key or secret in the text you copied.</source>
        <translation>Det finns inget projekt-id, ingen nyckel och ingen hemlighet i texten du kopierade.</translation>
    </message>
    <message>
        <source>Copy them together from the API tab of the portal and press Paste all again.</source>
        <translation>Kopiera dem tillsammans från fliken API i portalen och tryck på Klistra in allt igen.</translation>
    </message>
    <message>
        <source>This name cannot be used.</source>
        <translation>Det här namnet kan inte användas.</translation>
    </message>
    <message>
        <source>The project ID is not complete: it has 32 letters and digits in five groups.</source>
        <translation>Projekt-id:t är inte fullständigt: det har 32 bokstäver och siffror i fem grupper.</translation>
    </message>
    <message>
        <source>The key holds something that a key never has.</source>
        <translation>Nyckeln innehåller något som aldrig finns i en nyckel.</translation>
    </message>
    <message>
        <source>The service address has to begin with https:// and end with /api/v1.0/.</source>
        <translation>Tjänstens adress måste börja med https:// och sluta med /api/v1.0/.</translation>
    </message>
    <message>
        <source>There is a blank in the secret. Copy it again without the blank.</source>
        <translation>Det finns ett blanksteg i hemligheten. Kopiera den igen utan blanksteget.</translation>
    </message>
    <message>
        <source>The secret is not complete: its length is not a multiple of four.</source>
        <translation>Hemligheten är inte fullständig: dess längd är inte en multipel av fyra.</translation>
    </message>
    <message>
        <source>The secret holds something that a secret never has. Copy it again.</source>
        <translation>Hemligheten innehåller något som aldrig finns i en hemlighet. Kopiera den igen.</translation>
    </message>
    <message>
        <source>Signing in and asking for each environment…</source>
        <translation>Loggar in och frågar om varje miljö…</translation>
    </message>
    <message>
        <source>Signed in. Clock %1 s against the server.</source>
        <extracomment>%1 is a number of seconds, may be negative</extracomment>
        <translation>Inloggad. Klockan skiljer %1 s mot servern.</translation>
    </message>
</context>
<context>
    <name>longshore::DatabaseCard</name>
    <message>
        <source>Last export</source>
        <translation>Senaste export</translation>
    </message>
    <message>
        <source>On server</source>
        <translation>På servern</translation>
    </message>
    <message>
        <source>Usually takes</source>
        <translation>Tar vanligtvis</translation>
    </message>
    <message>
        <source>Export…</source>
        <extracomment>Button of one database: opens the export wizard</extracomment>
        <translation>Exportera…</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportera %1</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Kör igen</translation>
    </message>
    <message>
        <source>Export %1 again as last time</source>
        <translation>Exportera %1 igen som förra gången</translation>
    </message>
    <message>
        <source>Starts the same export as last time, without further questions</source>
        <translation>Startar samma export som förra gången, utan fler frågor</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Visa filen</translation>
    </message>
    <message>
        <source>Details of the last export</source>
        <translation>Detaljer om senaste exporten</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Spara som förinställning…</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mer för %1</translation>
    </message>
    <message>
        <source>not known yet; learned from the first export</source>
        <translation>ännu okänt; lärs in vid den första exporten</translation>
    </message>
    <message>
        <source>%1. Show the job</source>
        <extracomment>Read aloud. %1 is the state of a job</extracomment>
        <translation>%1. Visa jobbet</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>Button of one database: starts the export</extracomment>
        <translation>Exportera</translation>
    </message>
    <message>
        <source>Export as…</source>
        <extracomment>Button of one database: opens the export wizard, to choose folder, name and packing</extracomment>
        <translation>Exportera som…</translation>
    </message>
    <message>
        <source>Folder, name and packing: .sql, .sql.gz or .sql.zst</source>
        <translation>Mapp, namn och packning: .sql, .sql.gz eller .sql.zst</translation>
    </message>
</context>
<context>
    <name>longshore::DropLogic</name>
    <message>
        <source>There was no file in what you dropped.</source>
        <translation>Det fanns ingen fil i det du släppte.</translation>
    </message>
    <message numerus="yes">
        <source>%n files were dropped; an import takes one.</source>
        <translation>
            <numerusform>%n fil släpptes; en import tar en.</numerusform>
            <numerusform>%n filer släpptes; en import tar en.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <extracomment>%1 is the name of a folder</extracomment>
        <translation>%1 är en mapp.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 finns inte kvar.</translation>
    </message>
    <message>
        <source>It may have been moved or renamed. Drop it again.</source>
        <translation>Den kan ha flyttats eller bytt namn. Släpp den igen.</translation>
    </message>
    <message>
        <source>The system does not let us read %1.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>Systemet låter oss inte läsa %1.</translation>
    </message>
    <message>
        <source>Check its rights, or choose it with File, Import: that asks the system for access.</source>
        <translation>Kontrollera dess rättigheter, eller välj den med Arkiv, Importera: då frågas systemet om åtkomst.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 är tom.</translation>
    </message>
    <message>
        <source>It may still be being copied, or its download failed.</source>
        <translation>Den kanske fortfarande kopieras, eller så misslyckades hämtningen.</translation>
    </message>
    <message>
        <source>That is a link, not a file.</source>
        <translation>Det är en länk, ingen fil.</translation>
    </message>
    <message>
        <source>Download it first; “longshorectl download” does it, checks it and goes on after an interruption. Then drop the file.</source>
        <translation>Hämta den först; ”longshorectl download” gör det, kontrollerar filen och fortsätter efter ett avbrott. Släpp sedan filen.</translation>
    </message>
    <message>
        <source>That file is not on this computer.</source>
        <translation>Den filen finns inte på den här datorn.</translation>
    </message>
    <message>
        <source>Copy it to a folder here, then drop the copy.</source>
        <translation>Kopiera den till en mapp här och släpp kopian.</translation>
    </message>
    <message>
        <source>%1 is still being downloaded.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 hämtas fortfarande.</translation>
    </message>
    <message>
        <source>Wait until it has its real name.</source>
        <translation>Vänta tills den har sitt riktiga namn.</translation>
    </message>
    <message>
        <source>Unpack it if there is a .bacpac inside, and drop that.</source>
        <translation>Packa upp det om det finns en .bacpac i det, och släpp den.</translation>
    </message>
    <message>
        <source>%1 holds tables but no data (.dacpac).</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 innehåller tabeller men inga data (.dacpac).</translation>
    </message>
    <message>
        <source>Importing it would leave an empty database. Export with data, as .bacpac.</source>
        <translation>En import skulle ge en tom databas. Exportera med data, som .bacpac.</translation>
    </message>
    <message>
        <source>%1 is a backup of SQL Server itself.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 är en säkerhetskopia från SQL Server själv.</translation>
    </message>
    <message>
        <source>Restore it on an SQL Server and export it from there as .bacpac.</source>
        <translation>Återställ den på en SQL Server och exportera den därifrån som .bacpac.</translation>
    </message>
    <message>
        <source>%1 is a code package.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 är ett kodpaket.</translation>
    </message>
    <message>
        <source>Drop a database package (.bacpac) or an SQL dump (.sql, also packed).</source>
        <translation>Släpp ett databaspaket (.bacpac) eller en SQL-dump (.sql, även packad).</translation>
    </message>
    <message>
        <source>Each file replaces a whole database, so each is looked at on its own.</source>
        <translation>Varje fil ersätter en hel databas, så var och en granskas för sig.</translation>
    </message>
    <message>
        <source>Drop the file that lies in it: a package (.bacpac) or an SQL dump.</source>
        <translation>Släpp filen som ligger i den: ett paket (.bacpac) eller en SQL-dump.</translation>
    </message>
    <message>
        <source>%1 is a ZIP archive without an SQL dump in it.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 är ett ZIP-arkiv utan någon SQL-dump i.</translation>
    </message>
    <message>
        <source>Longshore imports databases. Deploy code with your usual pipeline.</source>
        <translation>Longshore importerar databaser. Driftsätt kod på ditt vanliga sätt.</translation>
    </message>
    <message>
        <source>%1 is not a database file.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 är ingen databasfil.</translation>
    </message>
    <message>
        <source>An import takes packages (.bacpac) and SQL dumps (.sql, also packed).</source>
        <translation>En import tar paket (.bacpac) och SQL-dumpar (.sql, även packade).</translation>
    </message>
    <message>
        <source>%1 is a package of SQL Server; %2 takes SQL dumps.</source>
        <extracomment>%1 is the name of a file, %2 a place of Vector Pro</extracomment>
        <translation>%1 är ett paket från SQL Server; %2 tar SQL-dumpar.</translation>
    </message>
    <message>
        <source>Packages (.bacpac) go to the environments of an Optimizely project.</source>
        <translation>Paket (.bacpac) hör hemma i miljöerna i ett Optimizely-projekt.</translation>
    </message>
    <message>
        <source>%1 is an SQL dump; %2 takes packages of SQL Server (.bacpac).</source>
        <extracomment>%1 is the name of a file, %2 a place of Optimizely</extracomment>
        <translation>%1 är en SQL-dump; %2 tar paket från SQL Server (.bacpac).</translation>
    </message>
    <message>
        <source>SQL dumps go to the environments of a Vector Pro site.</source>
        <translation>SQL-dumpar hör hemma i miljöerna på en Vector Pro-webbplats.</translation>
    </message>
    <message>
        <source>Database files (%1)</source>
        <extracomment>Kinds of files in the system&apos;s dialog; %1 are patterns such as *.sql</extracomment>
        <translation>Databasfiler (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alla filer (*)</translation>
    </message>
</context>
<context>
    <name>longshore::DropOverlay</name>
    <message>
        <source>Drop a database file to inspect it.
Nothing starts yet.</source>
        <translation>Släpp en databasfil för att granska den.
Inget startar än.</translation>
    </message>
</context>
<context>
    <name>longshore::DumpTablesModel</name>
    <message>
        <source>%1, %2 rows, %3</source>
        <extracomment>Read aloud. %1 is the name of a table, %2 a number, %3 a size</extracomment>
        <translation>%1, %2 rader, %3</translation>
    </message>
    <message>
        <source>Table</source>
        <extracomment>Heading of a column: the name of a table</extracomment>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Rows</source>
        <extracomment>Heading of a column: how many</extracomment>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Size in the file</source>
        <extracomment>Heading of a column: how much of the file</extracomment>
        <translation>Storlek i filen</translation>
    </message>
    <message>
        <source>Engine</source>
        <extracomment>Heading of a column: the storage engine of a table</extracomment>
        <translation>Motor</translation>
    </message>
</context>
<context>
    <name>longshore::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <extracomment>Copy the text under the pointer</extracomment>
        <translation>Kopiera</translation>
    </message>
</context>
<context>
    <name>longshore::EnvironmentPage</name>
    <message>
        <source>Databases</source>
        <translation>Databaser</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Miljö</translation>
    </message>
    <message>
        <source>This key has no right for %1 of %2.</source>
        <extracomment>%1 is an environment, %2 a connected project</extracomment>
        <translation>Den här nyckeln saknar behörighet till %1 i %2.</translation>
    </message>
    <message>
        <source>Ask for a key with rights there and put it in with Edit connection.</source>
        <translation>Be om en nyckel med behörighet där och lägg in den med Redigera anslutning.</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Spara som förinställning</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Spara förinställning</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Förinställningens namn:</translation>
    </message>
    <message>
        <source>This token may only watch: it can neither export nor import.</source>
        <translation>Nyckeln får bara titta: den kan varken exportera eller importera.</translation>
    </message>
    <message>
        <source>Put in one with the right site:write with Edit connection.</source>
        <translation>Lägg in en med rättigheten site:write under Redigera anslutning.</translation>
    </message>
</context>
<context>
    <name>longshore::EnvironmentsModel</name>
    <message>
        <source>%1, tier %2, last export %3, %4</source>
        <extracomment>Read aloud. %1 place, %2 tier, %3 when it was last exported, %4 what goes on there now</extracomment>
        <translation>%1, nivå %2, senaste export %3, %4</translation>
    </message>
    <message>
        <source>nothing running</source>
        <translation>ingenting körs</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>When an environment was last exported</extracomment>
        <translation>aldrig</translation>
    </message>
    <message>
        <source>no right with this key</source>
        <translation>ingen behörighet med den här nyckeln</translation>
    </message>
    <message>
        <source>Site</source>
        <extracomment>Column heading: a connected project</extracomment>
        <translation>Webbplats</translation>
    </message>
    <message>
        <source>Environment</source>
        <extracomment>Column heading</extracomment>
        <translation>Miljö</translation>
    </message>
    <message>
        <source>Tier</source>
        <extracomment>Column heading: how much harm a mistake does there</extracomment>
        <translation>Nivå</translation>
    </message>
    <message>
        <source>Last export</source>
        <translation>Senaste export</translation>
    </message>
    <message>
        <source>Kept on server until</source>
        <translation>Behålls på servern till</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>Column heading: what goes on there at this moment</extracomment>
        <translation>Nu</translation>
    </message>
</context>
<context>
    <name>longshore::ErrorText</name>
    <message>
        <source>This computer’s clock is %1 behind the server’s, so signed requests are refused.</source>
        <extracomment>%1 is a duration, for example &quot;6 min&quot;</extracomment>
        <translation>Den här datorns klocka går %1 efter serverns, så signerade begäranden avvisas.</translation>
    </message>
    <message>
        <source>This computer’s clock is %1 ahead of the server’s, so signed requests are refused.</source>
        <extracomment>%1 is a duration, for example &quot;6 min&quot;</extracomment>
        <translation>Den här datorns klocka går %1 före serverns, så signerade begäranden avvisas.</translation>
    </message>
    <message>
        <source>The secret is empty.</source>
        <translation>Hemligheten är tom.</translation>
    </message>
    <message>
        <source>The secret holds a blank or a line break.</source>
        <translation>Hemligheten innehåller ett blanksteg eller en radbrytning.</translation>
    </message>
    <message>
        <source>The secret does not have the length of a client secret; a part of it may be missing.</source>
        <translation>Hemligheten har inte samma längd som en klienthemlighet; en del av den kan saknas.</translation>
    </message>
    <message>
        <source>The secret has characters that a client secret cannot have.</source>
        <translation>Hemligheten innehåller tecken som en klienthemlighet inte kan ha.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Detta avbröts.</translation>
    </message>
    <message>
        <source>What was finished before stays as it is.</source>
        <translation>Det som hann bli klart är kvar som det är.</translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation>Börja om när du vill.</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <extracomment>%1 is what was looked for: a file, a connection, an export</extracomment>
        <translation>%1 hittades inte.</translation>
    </message>
    <message>
        <source>What was asked for</source>
        <translation>Det som efterfrågades</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ingenting ändrades.</translation>
    </message>
    <message>
        <source>Check the name, or refresh the list.</source>
        <translation>Kontrollera namnet eller uppdatera listan.</translation>
    </message>
    <message>
        <source>A safety rule refused this step.</source>
        <translation>En säkerhetsregel stoppade det här steget.</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was changed.</source>
        <translation>Ingenting skickades och ingenting ändrades.</translation>
    </message>
    <message>
        <source>Choose another target.</source>
        <translation>Välj ett annat mål.</translation>
    </message>
    <message>
        <source>The value of “%1” cannot be used.</source>
        <extracomment>%1 is the name of a field</extracomment>
        <translation>Värdet för ”%1” kan inte användas.</translation>
    </message>
    <message>
        <source>a field</source>
        <translation>ett fält</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Ingenting skickades.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Rätta det och försök igen.</translation>
    </message>
    <message>
        <source>This key has no right for %1.</source>
        <extracomment>%1 is a project, or a project and an environment</extracomment>
        <translation>Den här nyckeln saknar behörighet till %1.</translation>
    </message>
    <message>
        <source>this project</source>
        <translation>det här projektet</translation>
    </message>
    <message>
        <source>The server refused the request; nothing was started.</source>
        <translation>Servern avvisade begäran; ingenting startades.</translation>
    </message>
    <message>
        <source>Use another key, or have this right added in the portal.</source>
        <translation>Använd en annan nyckel eller låt någon lägga till behörigheten i portalen.</translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation>Ingenting startades.</translation>
    </message>
    <message>
        <source>Set the clock, then try again.</source>
        <translation>Ställ klockan och försök sedan igen.</translation>
    </message>
    <message>
        <source>The secret of “%1” is not stored on this computer.</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>Hemligheten för ”%1” finns inte sparad på den här datorn.</translation>
    </message>
    <message>
        <source>this connection</source>
        <translation>den här anslutningen</translation>
    </message>
    <message>
        <source>Type the secret.</source>
        <translation>Skriv in hemligheten.</translation>
    </message>
    <message>
        <source>Nothing was sent or stored.</source>
        <translation>Ingenting skickades eller sparades.</translation>
    </message>
    <message>
        <source>Copy the secret again from the portal, all of it.</source>
        <translation>Kopiera hela hemligheten från portalen igen.</translation>
    </message>
    <message>
        <source>The password store is locked.</source>
        <translation>Lösenordslagret är låst.</translation>
    </message>
    <message>
        <source>Your secrets are safe in it; nothing was sent.</source>
        <translation>Dina hemligheter är säkra i det; ingenting skickades.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or type the secret for now.</source>
        <translation>Lås upp det och försök igen, eller skriv in hemligheten så länge.</translation>
    </message>
    <message>
        <source>This system has no password store running.</source>
        <translation>Inget lösenordslager körs på det här systemet.</translation>
    </message>
    <message>
        <source>No secret was written anywhere.</source>
        <translation>Ingen hemlighet skrevs någonstans.</translation>
    </message>
    <message>
        <source>Type the secret at each start, or set up a password store.</source>
        <translation>Skriv in hemligheten vid varje start, eller konfigurera ett lösenordslager.</translation>
    </message>
    <message>
        <source>This computer is offline.</source>
        <translation>Den här datorn är offline.</translation>
    </message>
    <message>
        <source>Work on the server goes on, and data already here is kept.</source>
        <translation>Arbetet på servern fortsätter, och data som redan finns här behålls.</translation>
    </message>
    <message>
        <source>It continues by itself when the network is back.</source>
        <translation>Det fortsätter automatiskt när nätverket är tillbaka.</translation>
    </message>
    <message>
        <source>The address %1 was not found.</source>
        <extracomment>%1 is a host name</extracomment>
        <translation>Adressen %1 hittades inte.</translation>
    </message>
    <message>
        <source>of the server</source>
        <translation>till servern</translation>
    </message>
    <message>
        <source>Check the address and the network, then try again.</source>
        <translation>Kontrollera adressen och nätverket och försök sedan igen.</translation>
    </message>
    <message>
        <source>The server does not accept connections.</source>
        <translation>Servern tar inte emot anslutningar.</translation>
    </message>
    <message>
        <source>Try again in a minute; check the address and the port if it stays so.</source>
        <translation>Försök igen om en minut; kontrollera adressen och porten om felet kvarstår.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Servern svarade inte i tid.</translation>
    </message>
    <message>
        <source>Data already here is kept.</source>
        <translation>Data som redan finns här behålls.</translation>
    </message>
    <message>
        <source>Try again; check the network if it stays so.</source>
        <translation>Försök igen; kontrollera nätverket om felet kvarstår.</translation>
    </message>
    <message>
        <source>The transfer stood still for too long.</source>
        <translation>Överföringen stod stilla för länge.</translation>
    </message>
    <message>
        <source>Try again; it goes on at the same byte.</source>
        <translation>Försök igen; den fortsätter vid samma byte.</translation>
    </message>
    <message>
        <source>The proxy did not let the request through.</source>
        <translation>Proxyn släppte inte igenom begäran.</translation>
    </message>
    <message>
        <source>Nothing reached the server.</source>
        <translation>Ingenting nådde servern.</translation>
    </message>
    <message>
        <source>Check the proxy in Settings, Network.</source>
        <translation>Kontrollera proxyn under Inställningar, Nätverk.</translation>
    </message>
    <message>
        <source>The answer was far larger than it should be.</source>
        <translation>Svaret var mycket större än det borde vara.</translation>
    </message>
    <message>
        <source>It was thrown away; nothing was changed.</source>
        <translation>Det kastades; ingenting ändrades.</translation>
    </message>
    <message>
        <source>Check that the address belongs to the service.</source>
        <translation>Kontrollera att adressen tillhör tjänsten.</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>Anslutningen bröts.</translation>
    </message>
    <message>
        <source>Try again; a transfer goes on at the same byte.</source>
        <translation>Försök igen; en överföring fortsätter vid samma byte.</translation>
    </message>
    <message>
        <source>The server shows a certificate of another address.</source>
        <translation>Servern visar ett certifikat för en annan adress.</translation>
    </message>
    <message>
        <source>Check the address; do not go on over this network if it is right.</source>
        <translation>Kontrollera adressen; om den stämmer ska du inte fortsätta på det här nätverket.</translation>
    </message>
    <message>
        <source>The server’s certificate is not trusted on this computer.</source>
        <translation>Serverns certifikat är inte betrott på den här datorn.</translation>
    </message>
    <message>
        <source>Something between you and the server signs its traffic: issuer “%1”.</source>
        <translation>Något mellan dig och servern signerar trafiken: utfärdare ”%1”.</translation>
    </message>
    <message>
        <source>If it is your company’s proxy, add its certificate in Settings, Network.</source>
        <translation>Om det är ditt företags proxy lägger du till dess certifikat under Inställningar, Nätverk.</translation>
    </message>
    <message>
        <source>Nothing was started and nothing was lost.</source>
        <translation>Ingenting startades och ingenting gick förlorat.</translation>
    </message>
    <message>
        <source>Queue it; it starts by itself.</source>
        <translation>Ställ den i kö, så startar den automatiskt.</translation>
    </message>
    <message>
        <source>The server asks us to wait %1.</source>
        <extracomment>%1 is a duration, for example &quot;40 s&quot;</extracomment>
        <translation>Servern ber oss vänta %1.</translation>
    </message>
    <message>
        <source>The server asks us to wait.</source>
        <translation>Servern ber oss vänta.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Ingenting gick förlorat.</translation>
    </message>
    <message>
        <source>It continues by itself after the pause.</source>
        <translation>Det fortsätter automatiskt efter pausen.</translation>
    </message>
    <message>
        <source>The server failed to answer (status %1).</source>
        <extracomment>%1 is an HTTP status</extracomment>
        <translation>Servern kunde inte svara (status %1).</translation>
    </message>
    <message>
        <source>The server failed to answer.</source>
        <translation>Servern kunde inte svara.</translation>
    </message>
    <message>
        <source>The fault is on the server; data already here is kept.</source>
        <translation>Felet ligger på servern; data som redan finns här behålls.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Försök igen om en minut.</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>Servern avvisade begäran.</translation>
    </message>
    <message>
        <source>Read its words under Details, correct the request, and try again.</source>
        <translation>Läs meddelandet under Detaljer, rätta begäran och försök igen.</translation>
    </message>
    <message>
        <source>The service says that the export failed.</source>
        <translation>Tjänsten uppger att exporten misslyckades.</translation>
    </message>
    <message>
        <source>The database itself was only read.</source>
        <translation>Själva databasen har bara lästs.</translation>
    </message>
    <message>
        <source>Export again; send the job’s report to support if it fails twice.</source>
        <translation>Exportera igen; skicka jobbets rapport till supporten om det misslyckas två gånger.</translation>
    </message>
    <message>
        <source>Something in between answered in the server’s place, such as the sign-in page of a network.</source>
        <translation>Något däremellan svarade i serverns ställe, till exempel inloggningssidan för ett nätverk.</translation>
    </message>
    <message>
        <source>Sign in to it in a browser; jobs go on by themselves.</source>
        <translation>Logga in på det i en webbläsare; jobb fortsätter av sig själva.</translation>
    </message>
    <message>
        <source>The server answered in a way this version does not understand.</source>
        <translation>Servern svarade på ett sätt som den här versionen inte förstår.</translation>
    </message>
    <message>
        <source>Nothing was changed by reading it.</source>
        <translation>Ingenting ändrades av att svaret lästes.</translation>
    </message>
    <message>
        <source>Check that the address belongs to the service, then try again.</source>
        <translation>Kontrollera att adressen tillhör tjänsten och försök sedan igen.</translation>
    </message>
    <message>
        <source>The server no longer keeps this export.</source>
        <translation>Servern har inte kvar den här exporten.</translation>
    </message>
    <message>
        <source>The database itself is untouched.</source>
        <translation>Själva databasen är orörd.</translation>
    </message>
    <message>
        <source>Export again, and keep it longer if the download takes its time.</source>
        <translation>Exportera igen, och behåll exporten längre om hämtningen tar tid.</translation>
    </message>
    <message>
        <source>We asked for the export and did not hear back.</source>
        <translation>Vi begärde exporten men fick inget svar.</translation>
    </message>
    <message>
        <source>It may or may not have started; asking again blindly could start a second one.</source>
        <translation>Den kan ha startat eller inte; att begära den igen på måfå kan starta en till.</translation>
    </message>
    <message>
        <source>Look at the server first, then adopt the export or forget it.</source>
        <translation>Titta först på servern, och ta sedan över exporten eller glöm den.</translation>
    </message>
    <message>
        <source>The download link has ended.</source>
        <translation>Hämtningslänken har gått ut.</translation>
    </message>
    <message>
        <source>Ask for a fresh link with Retry.</source>
        <translation>Begär en ny länk med Försök igen.</translation>
    </message>
    <message>
        <source>The file store refuses this link.</source>
        <translation>Fillagringen avvisar den här länken.</translation>
    </message>
    <message>
        <source>Retry with a fresh link; send the job’s report to support if it is refused again.</source>
        <translation>Försök igen med en ny länk; skicka jobbets rapport till supporten om den avvisas igen.</translation>
    </message>
    <message>
        <source>That package name is already linked to a deployment.</source>
        <translation>Paketnamnet är redan kopplat till en driftsättning.</translation>
    </message>
    <message>
        <source>Nothing was overwritten.</source>
        <translation>Ingenting skrevs över.</translation>
    </message>
    <message>
        <source>Use the next version of the name.</source>
        <translation>Använd nästa version av namnet.</translation>
    </message>
    <message>
        <source>The store no longer knows the upload that the file was being sent with.</source>
        <translation>Lagringen känner inte längre till den uppladdning som filen skickades med.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Ingenting importerades.</translation>
    </message>
    <message>
        <source>Retry; the file is sent again from its start.</source>
        <translation>Försök igen; filen skickas på nytt från början.</translation>
    </message>
    <message>
        <source>The file on the server changed while it was being downloaded.</source>
        <translation>Filen på servern ändrades medan den hämtades.</translation>
    </message>
    <message>
        <source>The two versions were not mixed.</source>
        <translation>De två versionerna blandades inte.</translation>
    </message>
    <message>
        <source>Download again from the start.</source>
        <translation>Hämta igen från början.</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>mappen</translation>
    </message>
    <message>
        <source>There is not enough room in %1; %2 more are needed.</source>
        <translation>Det finns inte tillräckligt med utrymme i %1; ytterligare %2 behövs.</translation>
    </message>
    <message>
        <source>There is not enough room in %1.</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>Det finns inte tillräckligt med utrymme i %1.</translation>
    </message>
    <message>
        <source>Make room or choose another folder, then retry.</source>
        <translation>Frigör utrymme eller välj en annan mapp och försök sedan igen.</translation>
    </message>
    <message>
        <source>A file named %1 exists already.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Det finns redan en fil med namnet %1.</translation>
    </message>
    <message>
        <source>It was not overwritten.</source>
        <translation>Den skrevs inte över.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Välj ett annat namn.</translation>
    </message>
    <message>
        <source>The system does not let us read or write %1.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Systemet låter oss inte läsa eller skriva %1.</translation>
    </message>
    <message>
        <source>Other files were not touched.</source>
        <translation>Andra filer rördes inte.</translation>
    </message>
    <message>
        <source>Check the rights of the folder, or choose another one.</source>
        <translation>Kontrollera mappens behörigheter eller välj en annan mapp.</translation>
    </message>
    <message>
        <source>The program’s own state file cannot be used: %1.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Programmets egen tillståndsfil kan inte användas: %1.</translation>
    </message>
    <message>
        <source>unknown place</source>
        <translation>okänd plats</translation>
    </message>
    <message>
        <source>Downloaded databases are not affected.</source>
        <translation>Hämtade databaser påverkas inte.</translation>
    </message>
    <message>
        <source>Check the disk and the file’s rights, then start the program again.</source>
        <translation>Kontrollera disken och filens behörigheter och starta sedan programmet igen.</translation>
    </message>
    <message>
        <source>Another process of this program does the work for this folder.</source>
        <translation>En annan process av det här programmet sköter arbetet för den här mappen.</translation>
    </message>
    <message>
        <source>Nothing was lost; it sees what you ask for here.</source>
        <translation>Ingenting gick förlorat; den ser vad du begär här.</translation>
    </message>
    <message>
        <source>Let it finish, or close it first.</source>
        <translation>Låt den bli klar, eller stäng den först.</translation>
    </message>
    <message>
        <source>The program made a mistake.</source>
        <translation>Programmet gjorde ett fel.</translation>
    </message>
    <message>
        <source>The step was stopped; finished work is kept.</source>
        <translation>Steget stoppades; färdigt arbete behålls.</translation>
    </message>
    <message>
        <source>Try again, and send us the job’s report.</source>
        <translation>Försök igen och skicka jobbets rapport till oss.</translation>
    </message>
    <message>
        <source>It was not added to the library.</source>
        <translation>Den lades inte till i biblioteket.</translation>
    </message>
    <message>
        <source>The file does not have the size the server announced.</source>
        <translation>Filen har inte den storlek som servern uppgav.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Hämta den igen.</translation>
    </message>
    <message>
        <source>What arrived is not what the server holds (MD5).</source>
        <translation>Det som kom fram är inte det som finns på servern (MD5).</translation>
    </message>
    <message>
        <source>The file’s fingerprint (SHA-256) is not the one recorded for it.</source>
        <translation>Filens fingeravtryck (SHA-256) är inte det som har registrerats för den.</translation>
    </message>
    <message>
        <source>It is marked as damaged; the database on the server is untouched.</source>
        <translation>Den är markerad som skadad; databasen på servern är orörd.</translation>
    </message>
    <message>
        <source>Use another copy, or export again.</source>
        <translation>Använd en annan kopia eller exportera igen.</translation>
    </message>
    <message>
        <source>Nothing was overwritten; the database on the server is untouched.</source>
        <translation>Ingenting skrevs över; databasen på servern är orörd.</translation>
    </message>
    <message>
        <source>Download it again; export again if that does not help.</source>
        <translation>Hämta den igen; exportera igen om det inte hjälper.</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <extracomment>%1 is the name of an error code</extracomment>
        <translation>Kod: %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <extracomment>%1 is an HTTP status</extracomment>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>About: %1</source>
        <extracomment>What an error is about: a field, a file, an environment</extracomment>
        <translation>Gäller: %1</translation>
    </message>
    <message>
        <source>Words: %1</source>
        <extracomment>The words of the server or the system</extracomment>
        <translation>Meddelande: %1</translation>
    </message>
    <message>
        <source>Nothing of it is visible at the service.</source>
        <translation>Inget av den syns hos tjänsten.</translation>
    </message>
    <message>
        <source>Start the upload again with the new file.</source>
        <translation>Börja om uppladdningen med den nya filen.</translation>
    </message>
    <message>
        <source>The file changed since its upload began.</source>
        <translation>Filen har ändrats sedan uppladdningen av den började.</translation>
    </message>
    <message>
        <source>The file %1 changed since its upload began.</source>
        <translation>Filen %1 har ändrats sedan uppladdningen av den började.</translation>
    </message>
    <message>
        <source>The backup of the target failed, so the import stopped.</source>
        <translation>Säkerhetskopian av målet misslyckades, så importen stannade.</translation>
    </message>
    <message>
        <source>Nothing was uploaded; the target is as it was.</source>
        <translation>Inget laddades upp; målet är som det var.</translation>
    </message>
    <message>
        <source>See why at the backup’s own job, then retry the import.</source>
        <translation>Se varför vid säkerhetskopians eget jobb och försök importen igen.</translation>
    </message>
    <message>
        <source>Another export is running there; the service does one at a time.</source>
        <translation>En annan export pågår där; tjänsten gör en i taget.</translation>
    </message>
    <message>
        <source>The database file is not complete.</source>
        <extracomment>%1 is a part inside the file, for example &quot;model.xml&quot;</extracomment>
        <translation>Databasfilen är inte fullständig.</translation>
    </message>
    <message>
        <source>The database file is not complete: see %1.</source>
        <translation>Databasfilen är inte fullständig: se %1.</translation>
    </message>
    <message>
        <source>The export of the source failed, so the copy stopped.</source>
        <translation>Exporten av källan misslyckades, så kopieringen avbröts.</translation>
    </message>
    <message>
        <source>See why at the export’s own job, then retry the copy.</source>
        <translation>Se orsaken i exportens eget jobb och försök sedan kopiera igen.</translation>
    </message>
</context>
<context>
    <name>longshore::ExportText</name>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a moment: &quot;until Wed 14 Jan 14:25&quot;</extracomment>
        <translation>till %1</translation>
    </message>
    <message>
        <source>%1 is being exported; the service does one export of a project at a time. Yours starts when that is done.</source>
        <extracomment>%1 is a job: &quot;Contoso / Production CMS&quot;</extracomment>
        <translation>%1 exporteras; tjänsten gör en export i taget för ett projekt. Din startar när den är klar.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n timme</numerusform>
            <numerusform>%n timmar</numerusform>
        </translation>
    </message>
    <message>
        <source>Some projects refuse to keep a file for more than %1. If yours does, the export is refused and nothing is started.</source>
        <extracomment>%1 is a duration: &quot;72 hours&quot;</extracomment>
        <translation>Vissa projekt vägrar att behålla en fil längre än %1. Om ditt gör det avvisas exporten och ingenting startas.</translation>
    </message>
    <message>
        <source>There is no experience with this database yet; 24 hours are enough for most.</source>
        <translation>Det finns ännu ingen erfarenhet av den här databasen; 24 timmar räcker för de flesta.</translation>
    </message>
    <message>
        <source>Export and download usually take up to %1, so %2 are enough.</source>
        <extracomment>%1 and %2 are durations: &quot;Export and download usually take up to 44 min, so 24 hours are enough.&quot;</extracomment>
        <translation>Export och hämtning tar vanligtvis upp till %1, så %2 räcker.</translation>
    </message>
    <message>
        <source>never exported here</source>
        <extracomment>About a database of an environment</extracomment>
        <translation>aldrig exporterad här</translation>
    </message>
    <message>
        <source>last export %1</source>
        <extracomment>%1 is a moment</extracomment>
        <translation>senaste export %1</translation>
    </message>
    <message>
        <source>last export %1, %2</source>
        <extracomment>%1 is a moment, %2 a size</extracomment>
        <translation>senaste export %1, %2</translation>
    </message>
    <message>
        <source>Looking at the disk…</source>
        <translation>Undersöker disken…</translation>
    </message>
    <message>
        <source>%1 free. How much is needed is known after the first export.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>%1 ledigt. Hur mycket som behövs vet man efter den första exporten.</translation>
    </message>
    <message>
        <source>Needs about %1 (last export), but only %2 are free.</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>Behöver ungefär %1 (senaste exporten), men bara %2 är ledigt.</translation>
    </message>
    <message>
        <source>Needs about %1 (last export), %2 free.</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>Behöver ungefär %1 (senaste exporten), %2 ledigt.</translation>
    </message>
    <message>
        <source>A verified copy from %1 is in your library.</source>
        <extracomment>%1 is a moment: &quot;today 06:12&quot;</extracomment>
        <translation>En kontrollerad kopia från %1 finns i ditt bibliotek.</translation>
    </message>
    <message>
        <source>Usually %1 on the server, then %2 to download.</source>
        <extracomment>%1 and %2 are usual durations: &quot;22–35 min&quot;, &quot;about 9 min&quot;</extracomment>
        <translation>Vanligtvis %1 på servern, sedan %2 för hämtningen.</translation>
    </message>
    <message>
        <source>Usually %1 on the server.</source>
        <extracomment>%1 is a usual duration: &quot;22–35 min&quot;</extracomment>
        <translation>Vanligtvis %1 på servern.</translation>
    </message>
    <message>
        <source>Usually up to %1 for both.</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>Vanligtvis upp till %1 för båda.</translation>
    </message>
    <message>
        <source>The service makes a package of %1 of %2. The site stays online and is not changed.</source>
        <extracomment>%1 is a database (&quot;CMS&quot;) or both, %2 a place (&quot;Contoso / Production&quot;)</extracomment>
        <translation>Tjänsten skapar ett paket av %1 från %2. Webbplatsen förblir online och ändras inte.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> och </translation>
    </message>
    <message>
        <source>It keeps the package until about %1.</source>
        <extracomment>%1 is a moment</extracomment>
        <translation>Paketet behålls till ungefär %1.</translation>
    </message>
    <message>
        <source>Longshore downloads it, checks size, fingerprint and format, and files it in your library.</source>
        <translation>Longshore hämtar paketet, kontrollerar storlek, fingeravtryck och format, och lägger det i ditt bibliotek.</translation>
    </message>
    <message>
        <source>Nothing is downloaded; you can do that as long as the package is kept.</source>
        <translation>Ingenting hämtas; det kan du göra så länge paketet behålls.</translation>
    </message>
    <message>
        <source>Two jobs run one after the other, because the service does one export of a project at a time.</source>
        <translation>Två jobb körs efter varandra, eftersom tjänsten gör en export i taget för ett projekt.</translation>
    </message>
    <message>
        <source>This key has no right for that environment. Choose another one.</source>
        <translation>Den här nyckeln saknar behörighet till den miljön. Välj en annan.</translation>
    </message>
    <message>
        <source>Choose an environment.</source>
        <translation>Välj en miljö.</translation>
    </message>
    <message>
        <source>Choose a database.</source>
        <translation>Välj en databas.</translation>
    </message>
    <message>
        <source>Choose between 1 hour and 365 days.</source>
        <translation>Välj mellan 1 timme och 365 dagar.</translation>
    </message>
    <message>
        <source>This folder cannot be written to. Choose another one.</source>
        <translation>Det går inte att skriva till den här mappen. Välj en annan.</translation>
    </message>
    <message>
        <source>Give the whole path of a folder.</source>
        <translation>Ange hela sökvägen till en mapp.</translation>
    </message>
    <message>
        <source>A file with this name exists there. Choose another name; nothing is overwritten.</source>
        <translation>Det finns redan en fil med det här namnet där. Välj ett annat namn; ingenting skrivs över.</translation>
    </message>
    <message>
        <source>%1 is being exported; one export of a site runs at a time. Yours starts when that is done.</source>
        <extracomment>%1 is a job: &quot;Contoso / Production CMS&quot;</extracomment>
        <translation>%1 exporteras; en export per webbplats körs åt gången. Din startar när den är klar.</translation>
    </message>
    <message>
        <source>gzip (.sql.gz), much smaller</source>
        <translation>gzip (.sql.gz), mycket mindre</translation>
    </message>
    <message>
        <source>Zstandard (.sql.zst), much smaller and quicker to pack</source>
        <translation>Zstandard (.sql.zst), mycket mindre och snabbare att packa</translation>
    </message>
    <message>
        <source>Plain text (.sql)</source>
        <translation>Ren text (.sql)</translation>
    </message>
    <message>
        <source>The service writes a dump of the database of %1. The site stays online and is not changed.</source>
        <extracomment>%1 is a place (&quot;Shop / production&quot;)</extracomment>
        <translation>Tjänsten skriver en dump av databasen för %1. Webbplatsen är kvar på nätet och ändras inte.</translation>
    </message>
    <message>
        <source>It comes out of a backup that the service makes of this environment; that takes longer.</source>
        <translation>Den tas ur en säkerhetskopia som tjänsten gör av den här miljön; det tar längre tid.</translation>
    </message>
    <message>
        <source>The service keeps the file; its link lives an hour and is signed anew while the download runs.</source>
        <translation>Tjänsten behåller filen; länken till den gäller en timme och signeras på nytt medan hämtningen pågår.</translation>
    </message>
    <message>
        <source>Longshore downloads it, checks that it is whole, and files it in your library.</source>
        <translation>Longshore hämtar den, kontrollerar att den är hel och lägger den i ditt bibliotek.</translation>
    </message>
    <message>
        <source>Longshore packs it while it downloads, checks that it is whole, and files it in your library.</source>
        <translation>Longshore packar den under hämtningen, kontrollerar att den är hel och lägger den i ditt bibliotek.</translation>
    </message>
    <message>
        <source>The token of this site may only watch. Put in one with the right site:write.</source>
        <translation>Webbplatsens token får bara titta. Lägg in en med rättigheten site:write.</translation>
    </message>
    <message>
        <source>The name has to end in %1 and cannot hold / \ : * ? &quot; &lt; &gt; or |.</source>
        <translation>Namnet måste sluta på %1 och får inte innehålla / \ : * ? &quot; &lt; &gt; eller |.</translation>
    </message>
</context>
<context>
    <name>longshore::ExportWizard</name>
    <message>
        <source>&amp;Next</source>
        <extracomment>Button of the export wizard when another export of the project runs</extracomment>
        <translation>&amp;Nästa</translation>
    </message>
    <message>
        <source>&amp;Add to queue</source>
        <translation>&amp;Lägg i kö</translation>
    </message>
    <message>
        <source>&amp;Start export</source>
        <translation>&amp;Starta export</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Read aloud: the page of the export wizard</extracomment>
        <translation>Sida %1 av %2</translation>
    </message>
    <message>
        <source>Copied. Paste it into a terminal; it holds no secret.</source>
        <extracomment>The command line that does the same is in the clipboard</extracomment>
        <translation>Kopierat. Klistra in det i en terminal; det innehåller ingen hemlighet.</translation>
    </message>
    <message>
        <source>Folder for exported databases</source>
        <translation>Mapp för exporterade databaser</translation>
    </message>
    <message>
        <source>%1  Where</source>
        <extracomment>Last page of the export wizard, %1 is its number</extracomment>
        <translation>%1  Vart</translation>
    </message>
</context>
<context>
    <name>longshore::FailureWindow</name>
    <message>
        <source>Longshore</source>
        <translation>Longshore</translation>
    </message>
    <message>
        <source>&amp;Copy for support</source>
        <translation>&amp;Kopiera för supporten</translation>
    </message>
    <message>
        <source>Longshore cannot start</source>
        <translation>Longshore kan inte starta</translation>
    </message>
</context>
<context>
    <name>longshore::FilePage</name>
    <message>
        <source>Folder of the file</source>
        <translation>Filens mapp</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>First page of the import assistant</extracomment>
        <translation>Fil</translation>
    </message>
    <message>
        <source>&amp;Other file…</source>
        <extracomment>Button of the import assistant: choose the file, or another one</extracomment>
        <translation>&amp;Annan fil…</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Välj en fil…</translation>
    </message>
    <message>
        <source>from your library: %1 %2, exported %3</source>
        <extracomment>Where a file came from. %1 is a place (&quot;Contoso / Production&quot;), %2 a database, %3 a moment</extracomment>
        <translation>från ditt bibliotek: %1 %2, exporterad %3</translation>
    </message>
    <message>
        <source>not from your library</source>
        <translation>inte från ditt bibliotek</translation>
    </message>
</context>
<context>
    <name>longshore::FilesPage</name>
    <message>
        <source>Keep files in</source>
        <translation>Spara filer i</translation>
    </message>
    <message>
        <source>Files and secrets</source>
        <extracomment>Name of an assistant&apos;s page</extracomment>
        <translation>Filer och hemligheter</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <extracomment>Finishes the Connect assistant</extracomment>
        <translation>&amp;Spara</translation>
    </message>
    <message>
        <source>Connec&amp;t</source>
        <translation>&amp;Anslut</translation>
    </message>
    <message>
        <source>Asking the system&apos;s keychain…</source>
        <translation>Frågar systemets nyckelring…</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain, which works. It is never written to a file.</source>
        <translation>Sparas i systemets nyckelring, som fungerar. Den skrivs aldrig till en fil.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked. Unlock it, or type the secret at each start. It is never written to a file.</source>
        <translation>Systemets nyckelring är låst. Lås upp den, eller skriv in hemligheten vid varje start. Den skrivs aldrig till en fil.</translation>
    </message>
    <message>
        <source>Your system has no password store running. You can type the secret at each start, or set one up. It is never written to a file.</source>
        <translation>Inget lösenordslager körs på ditt system. Du kan skriva in hemligheten vid varje start eller konfigurera ett. Den skrivs aldrig till en fil.</translation>
    </message>
    <message>
        <source>Tier of %1</source>
        <extracomment>Read aloud. %1 is an environment</extracomment>
        <translation>Nivå för %1</translation>
    </message>
    <message>
        <source>no right with this key</source>
        <translation>ingen behörighet med den här nyckeln</translation>
    </message>
    <message>
        <source>added by name</source>
        <translation>tillagd med namn</translation>
    </message>
    <message>
        <source>%1 is in the list already.</source>
        <translation>%1 finns redan i listan.</translation>
    </message>
    <message>
        <source>The folder for files has to be a full path.</source>
        <translation>Mappen för filer måste vara en fullständig sökväg.</translation>
    </message>
</context>
<context>
    <name>longshore::FindingList</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A finding of a check. %1 is &quot;Warning&quot; or &quot;Error&quot;, %2 a sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>longshore::FindingText</name>
    <message>
        <source>It is an SQL dump: %1.</source>
        <extracomment>%1 is what wrote a file: &quot;MySQL dump 10.13&quot;</extracomment>
        <translation>Det är en SQL-dump: %1.</translation>
    </message>
    <message>
        <source>It is packed: %1.</source>
        <extracomment>%1 is a list of formats: &quot;gzip, tar&quot;</extracomment>
        <translation>Den är packad: %1.</translation>
    </message>
    <message>
        <source>Its packing cannot be opened: %1.</source>
        <extracomment>%1 is a format (&quot;gzip&quot;) or the name of a file in an archive</extracomment>
        <translation>Dess packning kan inte öppnas: %1.</translation>
    </message>
    <message>
        <source>It comes from a server of version %1.</source>
        <extracomment>%1 is the version of a server</extracomment>
        <translation>Den kommer från en server av version %1.</translation>
    </message>
    <message>
        <source>Its texts are in %1.</source>
        <extracomment>%1 is a character set</extracomment>
        <translation>Dess texter är i %1.</translation>
    </message>
    <message>
        <source>It is complete: “%1”.</source>
        <extracomment>%1 is the last line of a file</extracomment>
        <translation>Den är fullständig: ”%1”.</translation>
    </message>
    <message>
        <source>It ends in the middle; the rest is missing.</source>
        <translation>Den slutar mitt i; resten saknas.</translation>
    </message>
    <message>
        <source>It changes to another database: %1.</source>
        <extracomment>%1 is the name of a database</extracomment>
        <translation>Den byter till en annan databas: %1.</translation>
    </message>
    <message>
        <source>It makes a database of its own: %1.</source>
        <extracomment>%1 is the name of a database</extracomment>
        <translation>Den skapar en egen databas: %1.</translation>
    </message>
    <message>
        <source>It deletes a whole database: %1.</source>
        <extracomment>%1 is the name of a database</extracomment>
        <translation>Den tar bort en hel databas: %1.</translation>
    </message>
    <message>
        <source>It holds views, triggers or procedures of the user %1.</source>
        <extracomment>%1 is a user of a database: &quot;root@localhost&quot;</extracomment>
        <translation>Den innehåller vyer, utlösare eller procedurer för användaren %1.</translation>
    </message>
    <message>
        <source>It sets replication marks (GTID_PURGED), which a hosted server refuses.</source>
        <translation>Den sätter replikeringsmärken (GTID_PURGED), vilket en driftad server vägrar.</translation>
    </message>
    <message>
        <source>It switches the server’s log off (SQL_LOG_BIN), which a hosted server refuses.</source>
        <translation>Den stänger av serverns logg (SQL_LOG_BIN), vilket en driftad server vägrar.</translation>
    </message>
    <message>
        <source>Its first line is understood by newer MariaDB programs only.</source>
        <translation>Dess första rad förstås bara av nyare MariaDB-program.</translation>
    </message>
    <message>
        <source>It has foreign keys and does not switch their check off.</source>
        <translation>Den har främmande nycklar och stänger inte av kontrollen av dem.</translation>
    </message>
    <message>
        <source>%1 tables are made without deleting the old ones first.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>%1 tabeller skapas utan att de gamla tas bort först.</translation>
    </message>
    <message>
        <source>The table %1 uses %2 instead of InnoDB.</source>
        <extracomment>%1 is the name of a table, %2 of a storage engine</extracomment>
        <translation>Tabellen %1 använder %2 i stället för InnoDB.</translation>
    </message>
    <message>
        <source>The table %1 uses %2, which MySQL does not know.</source>
        <extracomment>%1 is the name of a table, %2 of a collation</extracomment>
        <translation>Tabellen %1 använder %2, som MySQL inte känner till.</translation>
    </message>
    <message>
        <source>Its texts are read as %1, which cannot hold all letters of its tables.</source>
        <extracomment>%1 is a character set</extracomment>
        <translation>Dess texter läses som %1, som inte rymmer alla bokstäver i tabellerna.</translation>
    </message>
    <message>
        <source>%1 texts hold rows of question marks: letters were lost before.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>%1 texter innehåller rader av frågetecken: bokstäver har gått förlorade tidigare.</translation>
    </message>
    <message>
        <source>Its largest statement has %1.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>Dess största sats har %1.</translation>
    </message>
    <message>
        <source>Its tables begin with %1.</source>
        <extracomment>%1 is the beginning of the names of tables: &quot;wp_&quot;</extracomment>
        <translation>Dess tabeller börjar med %1.</translation>
    </message>
    <message>
        <source>The address of its site is %1.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Webbplatsens adress är %1.</translation>
    </message>
    <message>
        <source>The home address of its site is %1.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Webbplatsens hemadress är %1.</translation>
    </message>
    <message>
        <source>It is a network of %1 sites.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>Det är ett nätverk av %1 webbplatser.</translation>
    </message>
    <message>
        <source>Download or copy the file again; export again if that does not help.</source>
        <translation>Hämta eller kopiera filen igen; exportera igen om det inte hjälper.</translation>
    </message>
    <message>
        <source>Export a single database without these lines.</source>
        <translation>Exportera en enda databas utan dessa rader.</translation>
    </message>
    <message>
        <source>Export without definers; the target does not have this user.</source>
        <translation>Exportera utan definers; målet har inte den användaren.</translation>
    </message>
    <message>
        <source>Export with --set-gtid-purged=OFF.</source>
        <translation>Exportera med --set-gtid-purged=OFF.</translation>
    </message>
    <message>
        <source>Export again without this line.</source>
        <translation>Exportera igen utan den raden.</translation>
    </message>
    <message>
        <source>Let the import switch the check of foreign keys off.</source>
        <translation>Låt importen stänga av kontrollen av främmande nycklar.</translation>
    </message>
    <message>
        <source>Let the import delete the old tables first.</source>
        <translation>Låt importen ta bort de gamla tabellerna först.</translation>
    </message>
    <message>
        <source>Convert the table to InnoDB before the export.</source>
        <translation>Gör om tabellen till InnoDB före exporten.</translation>
    </message>
    <message>
        <source>Convert the table to utf8mb4_unicode_ci before the export.</source>
        <translation>Gör om tabellen till utf8mb4_unicode_ci före exporten.</translation>
    </message>
    <message>
        <source>Export again with --default-character-set=utf8mb4.</source>
        <translation>Exportera igen med --default-character-set=utf8mb4.</translation>
    </message>
    <message>
        <source>The server may refuse statements that large; export with smaller ones.</source>
        <translation>Servern kan vägra så stora satser; exportera med mindre.</translation>
    </message>
    <message>
        <source>The archive is damaged or was cut off.</source>
        <translation>Arkivet är skadat eller avklippt.</translation>
    </message>
    <message>
        <source>The archive is damaged at %1.</source>
        <translation>Arkivet är skadat vid %1.</translation>
    </message>
    <message>
        <source>The part %1 is not what it should be.</source>
        <extracomment>%1 is the name of a part inside a package</extracomment>
        <translation>Delen %1 är inte vad den borde vara.</translation>
    </message>
    <message>
        <source>The whole file was read: %1.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>Hela filen lästes: %1.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Filen kan inte läsas.</translation>
    </message>
    <message>
        <source>The file was changed while it was being read.</source>
        <translation>Filen ändrades medan den lästes.</translation>
    </message>
    <message numerus="yes">
        <source>The package is complete: %n part(s).</source>
        <translation>
            <numerusform>Paketet är fullständigt: %n del.</numerusform>
            <numerusform>Paketet är fullständigt: %n delar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The part %1 is missing.</source>
        <extracomment>%1 is the name of a part inside a package</extracomment>
        <translation>Delen %1 saknas.</translation>
    </message>
    <message>
        <source>The part %1 is damaged.</source>
        <extracomment>%1 is the name of a part inside a package</extracomment>
        <translation>Delen %1 är skadad.</translation>
    </message>
    <message>
        <source>The model is unchanged since it was exported (SHA-256).</source>
        <translation>Modellen är oförändrad sedan exporten (SHA-256).</translation>
    </message>
    <message>
        <source>The model was changed after the export; its fingerprint does not fit.</source>
        <translation>Modellen ändrades efter exporten; dess fingeravtryck stämmer inte.</translation>
    </message>
    <message>
        <source>The exporter recorded no fingerprint of the model, so that cannot be checked.</source>
        <translation>Exporten antecknade inget fingeravtryck av modellen, så det kan inte kontrolleras.</translation>
    </message>
    <message>
        <source>It was exported from the database %1.</source>
        <extracomment>%1 is the name of a database at the service</extracomment>
        <translation>Den exporterades från databasen %1.</translation>
    </message>
    <message>
        <source>Exported %1.</source>
        <extracomment>%1 is a moment: &quot;today 06:12&quot;</extracomment>
        <translation>Exporterad %1.</translation>
    </message>
    <message>
        <source>It is old: exported %1.</source>
        <extracomment>%1 is a moment</extracomment>
        <translation>Den är gammal: exporterad %1.</translation>
    </message>
    <message>
        <source>It holds %1 rows.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>Den innehåller %1 rader.</translation>
    </message>
    <message>
        <source>It holds %1 rows in %2 tables.</source>
        <extracomment>%1 and %2 are numbers</extracomment>
        <translation>Den innehåller %1 rader i %2 tabeller.</translation>
    </message>
    <message>
        <source>No table in it has a row.</source>
        <translation>Ingen tabell i den har någon rad.</translation>
    </message>
    <message>
        <source>It describes tables but holds no data.</source>
        <translation>Den beskriver tabeller men innehåller inga data.</translation>
    </message>
    <message>
        <source>By its tables it is a %1 database.</source>
        <extracomment>%1 is &quot;CMS&quot; or &quot;Commerce&quot;</extracomment>
        <translation>Av tabellerna att döma är det en %1-databas.</translation>
    </message>
    <message>
        <source>It has the tables of CMS and of Commerce in one package.</source>
        <translation>Den har både CMS- och Commerce-tabeller i ett paket.</translation>
    </message>
    <message>
        <source>It has neither the tables of CMS nor those of Commerce.</source>
        <translation>Den har varken CMS- eller Commerce-tabeller.</translation>
    </message>
    <message>
        <source>The package holds %1, but the target is %2.</source>
        <extracomment>%1 and %2 are &quot;CMS&quot; or &quot;Commerce&quot;</extracomment>
        <translation>Paketet innehåller %1, men målet är %2.</translation>
    </message>
    <message>
        <source>It is much smaller than usual there: %1 instead of about %2.</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>Den är mycket mindre än vanligt där: %1 i stället för ungefär %2.</translation>
    </message>
    <message>
        <source>It is much larger than usual there: %1 instead of about %2.</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>Den är mycket större än vanligt där: %1 i stället för ungefär %2.</translation>
    </message>
    <message>
        <source>Its size is as usual there.</source>
        <translation>Storleken är som vanligt där.</translation>
    </message>
    <message>
        <source>The target is newer: something was imported there %1, after this file was made.</source>
        <extracomment>%1 is a moment</extracomment>
        <translation>Målet är nyare: något importerades dit %1, efter att filen skapades.</translation>
    </message>
    <message>
        <source>The file was exported from the target itself.</source>
        <translation>Filen exporterades från målet självt.</translation>
    </message>
    <message>
        <source>It holds data of a production site, and so of real people.</source>
        <translation>Den innehåller data från en produktionsmiljö, alltså om riktiga människor.</translation>
    </message>
    <message>
        <source>It holds data of %1, and so of real people.</source>
        <translation>Den innehåller data från %1, alltså om riktiga människor.</translation>
    </message>
    <message>
        <source>Check its rights, or copy it to another folder.</source>
        <translation>Kontrollera dess rättigheter, eller kopiera den till en annan mapp.</translation>
    </message>
    <message>
        <source>Wait until it is complete, then check it again.</source>
        <translation>Vänta tills den är färdig och kontrollera den igen.</translation>
    </message>
    <message>
        <source>Export the database again; the service refuses a package that was edited.</source>
        <translation>Exportera databasen igen; tjänsten vägrar ett redigerat paket.</translation>
    </message>
    <message>
        <source>Export again if you want the database as it is now.</source>
        <translation>Exportera igen om du vill ha databasen som den är nu.</translation>
    </message>
    <message>
        <source>Export CMS and Commerce each on its own, if they are two databases at the source.</source>
        <translation>Exportera CMS och Commerce var för sig, om de är två databaser vid källan.</translation>
    </message>
    <message>
        <source>Make sure that this is the right file: a site without these tables does not start.</source>
        <translation>Se till att det är rätt fil: en webbplats utan de tabellerna startar inte.</translation>
    </message>
    <message>
        <source>Choose the other database as the target, or another file.</source>
        <translation>Välj den andra databasen som mål, eller en annan fil.</translation>
    </message>
    <message>
        <source>Make sure that the export was complete.</source>
        <translation>Se till att exporten var fullständig.</translation>
    </message>
    <message>
        <source>Make sure that it is the right file; the import takes longer than usual.</source>
        <translation>Se till att det är rätt fil; importen tar längre tid än vanligt.</translation>
    </message>
    <message>
        <source>Ask who imported last, and keep the backup on.</source>
        <translation>Fråga vem som importerade sist, och låt säkerhetskopian vara på.</translation>
    </message>
    <message>
        <source>Make sure that the target may hold it, and that it sends no mail to customers.</source>
        <translation>Se till att målet får innehålla dem, och att det inte skickar e-post till kunder.</translation>
    </message>
    <message>
        <source>I want this old state</source>
        <extracomment>Beside a box to tick</extracomment>
        <translation>Jag vill ha det gamla läget</translation>
    </message>
    <message>
        <source>I want an empty database</source>
        <extracomment>Beside a box to tick</extracomment>
        <translation>Jag vill ha en tom databas</translation>
    </message>
    <message>
        <source>I know this database; it is the right one</source>
        <extracomment>Beside a box to tick</extracomment>
        <translation>Jag känner den här databasen; den är rätt</translation>
    </message>
    <message>
        <source>The size is right</source>
        <extracomment>Beside a box to tick</extracomment>
        <translation>Storleken stämmer</translation>
    </message>
    <message>
        <source>What was imported since then may go</source>
        <extracomment>Beside a box to tick</extracomment>
        <translation>Det som importerats sedan dess får försvinna</translation>
    </message>
    <message>
        <source>The target may hold this data</source>
        <extracomment>Beside a box to tick</extracomment>
        <translation>Målet får innehålla dessa data</translation>
    </message>
    <message>
        <source>I read this and go on</source>
        <extracomment>Beside a box to tick</extracomment>
        <translation>Jag har läst detta och går vidare</translation>
    </message>
    <message>
        <source>Good</source>
        <extracomment>How a check came out</extracomment>
        <translation>Bra</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>How a check came out: worth knowing</extracomment>
        <translation>Upplysning</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>How a check came out</extracomment>
        <translation>Varning</translation>
    </message>
    <message>
        <source>Error</source>
        <extracomment>How a check came out</extracomment>
        <translation>Fel</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n fel</numerusform>
            <numerusform>%n fel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n varning</numerusform>
            <numerusform>%n varningar</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is as it should be</source>
        <translation>Allt är som det ska</translation>
    </message>
    <message>
        <source>Its site has the address of the target: %1.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Dess webbplats har målets adress: %1.</translation>
    </message>
    <message>
        <source>Its address %1 is replaced by that of the target, %2.</source>
        <extracomment>%1 is an address, %2 a domain</extracomment>
        <translation>Dess adress %1 ersätts med målets, %2.</translation>
    </message>
    <message>
        <source>Its site calls itself %1, but the target is %2.</source>
        <extracomment>%1 is an address, %2 a domain</extracomment>
        <translation>Dess webbplats kallar sig %1, men målet är %2.</translation>
    </message>
    <message>
        <source>Its tables begin with %1, those of the target with %2.</source>
        <extracomment>%1 and %2 are beginnings of names of tables: &quot;wp_&quot;</extracomment>
        <translation>Dess tabeller börjar med %1, målets med %2.</translation>
    </message>
    <message>
        <source>It is a network of sites, but the target is a single site.</source>
        <translation>Det är ett nätverk av webbplatser, men målet är en enda webbplats.</translation>
    </message>
    <message>
        <source>Let the import replace %1 by %2; otherwise visitors are sent to the other site.</source>
        <extracomment>%1 and %2 are texts: &quot;//old.example&quot; and &quot;//new.example&quot;</extracomment>
        <translation>Låt importen ersätta %1 med %2, annars skickas besökare till den andra webbplatsen.</translation>
    </message>
    <message>
        <source>The site reads the tables that its own settings name; change its prefix too.</source>
        <translation>Webbplatsen läser de tabeller som dess egna inställningar anger. Ändra dess prefix också.</translation>
    </message>
    <message>
        <source>Export one site of the network, or make the target a network first.</source>
        <translation>Exportera en webbplats ur nätverket, eller gör målet till ett nätverk först.</translation>
    </message>
    <message>
        <source>This is neither a database package nor an SQL dump.</source>
        <translation>Det här är varken ett databaspaket eller en SQL-dump.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Filen är tom.</translation>
    </message>
    <message>
        <source>There is no SQL statement in it.</source>
        <translation>Det finns ingen SQL-sats i den.</translation>
    </message>
    <message>
        <source>This is a web page, perhaps one that asked to sign in.</source>
        <translation>Det här är en webbsida, kanske en som bad om inloggning.</translation>
    </message>
    <message>
        <source>This is an XML document, perhaps an error answer of a storage.</source>
        <translation>Det här är ett XML-dokument, kanske ett felsvar från en lagring.</translation>
    </message>
    <message>
        <source>This is a JSON document.</source>
        <translation>Det här är ett JSON-dokument.</translation>
    </message>
    <message>
        <source>This is a pointer of Git LFS, not the file itself.</source>
        <translation>Det här är en pekare från Git LFS, inte själva filen.</translation>
    </message>
    <message>
        <source>This is text in UTF-16; a dump has to be saved in UTF-8.</source>
        <translation>Det här är text i UTF-16; en dump måste sparas i UTF-8.</translation>
    </message>
    <message>
        <source>This is an SQLite database.</source>
        <translation>Det här är en SQLite-databas.</translation>
    </message>
    <message>
        <source>This is a dump of PostgreSQL; the service runs MySQL.</source>
        <translation>Det här är en dump från PostgreSQL; tjänsten kör MySQL.</translation>
    </message>
    <message>
        <source>The file and the target are of the same kind.</source>
        <translation>Filen och målet är av samma slag.</translation>
    </message>
    <message>
        <source>Line %1, byte %2.</source>
        <extracomment>A place in a file; %1 and %2 are numbers</extracomment>
        <translation>Rad %1, byte %2.</translation>
    </message>
    <message>
        <source>Choose a file that was exported as .bacpac, or an SQL dump of MySQL or MariaDB.</source>
        <translation>Välj en fil som exporterats som .bacpac, eller en SQL-dump från MySQL eller MariaDB.</translation>
    </message>
    <message>
        <source>Export the database with its data.</source>
        <translation>Exportera databasen med dess data.</translation>
    </message>
    <message>
        <source>Every newer MariaDB program writes it. Take it out if the service stops at it.</source>
        <translation>Varje nyare MariaDB-program skriver den. Ta bort den om tjänsten stannar vid den.</translation>
    </message>
</context>
<context>
    <name>longshore::Formatting</name>
    <message>
        <source>%1/s</source>
        <extracomment>%1 is a size, for example &quot;71.3 MB&quot;</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A duration in seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A duration in minutes</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>A duration in hours and minutes</extracomment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>%1 is a clock time</extracomment>
        <translation>i dag %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <extracomment>%1 is a clock time</extracomment>
        <translation>i morgon %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <extracomment>%1 is a clock time</extracomment>
        <translation>i går %1</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>A duration in hours</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 MB/s</source>
        <extracomment>A limit of the speed in megabytes a second</extracomment>
        <translation>%1 MB/s</translation>
    </message>
</context>
<context>
    <name>longshore::GoPage</name>
    <message>
        <source>&amp;Copy as command</source>
        <translation>&amp;Kopiera som kommando</translation>
    </message>
    <message>
        <source>Copied. Paste it into a terminal; it holds no secret.</source>
        <translation>Kopierat. Klistra in det i en terminal; det innehåller ingen hemlighet.</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Vad som händer nu</translation>
    </message>
    <message>
        <source>Go</source>
        <extracomment>Last page of the import assistant</extracomment>
        <translation>Starta</translation>
    </message>
</context>
<context>
    <name>longshore::HelpWindow</name>
    <message>
        <source>Longshore Help</source>
        <extracomment>Title of the window with the help pages</extracomment>
        <translation>Hjälp för Longshore</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Hjälpsida</translation>
    </message>
    <message>
        <source>Contents</source>
        <extracomment>Button: the list of help pages</extracomment>
        <translation>Innehåll</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: the page before</extracomment>
        <translation>Tillbaka</translation>
    </message>
</context>
<context>
    <name>longshore::HistoryList</name>
    <message>
        <source>Lately</source>
        <translation>Nyligen</translation>
    </message>
    <message>
        <source>import of %1</source>
        <extracomment>One of the last jobs. %1 is the name of a file</extracomment>
        <translation>import av %1</translation>
    </message>
    <message>
        <source>export</source>
        <extracomment>One of the last jobs</extracomment>
        <translation>export</translation>
    </message>
    <message>
        <source>backup before an import</source>
        <translation>säkerhetskopia före en import</translation>
    </message>
    <message>
        <source>copy</source>
        <extracomment>One of the last jobs. %1 is an environment or the name of a file</extracomment>
        <translation>kopia</translation>
    </message>
    <message>
        <source>copy of %1</source>
        <translation>kopia av %1</translation>
    </message>
</context>
<context>
    <name>longshore::ImportAssistant</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Folder for the backup</source>
        <translation>Mapp för säkerhetskopian</translation>
    </message>
    <message>
        <source>Database file to import</source>
        <translation>Databasfil att importera</translation>
    </message>
</context>
<context>
    <name>longshore::ImportCard</name>
    <message>
        <source>Import…</source>
        <extracomment>Button: opens the import assistant with this environment as its target</extracomment>
        <translation>Importera…</translation>
    </message>
    <message>
        <source>Undo import…</source>
        <translation>Ångra import…</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>Button: shows the last import</extracomment>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>Prepares the import of the backup, page by page. Nothing starts yet.</source>
        <translation>Förbereder importen av säkerhetskopian, sida för sida. Inget startar ännu.</translation>
    </message>
    <message>
        <source>Details of the last import</source>
        <translation>Detaljer om den senaste importen</translation>
    </message>
    <message>
        <source>Import</source>
        <extracomment>Heading: importing into an environment</extracomment>
        <translation>Import</translation>
    </message>
    <message>
        <source>A package replaces a whole database; its backup is made first.</source>
        <translation>Ett paket ersätter en hel databas; den säkerhetskopieras först.</translation>
    </message>
    <message>
        <source>%1 Import to Integration or an additional environment instead.</source>
        <extracomment>%1 is a sentence: why an environment cannot be imported into</extracomment>
        <translation>%1 Importera till Integration eller en extra miljö i stället.</translation>
    </message>
    <message>
        <source>Nothing was imported here with Longshore.</source>
        <translation>Inget har importerats hit med Longshore.</translation>
    </message>
    <message>
        <source>%1: %2 into %3, %4</source>
        <extracomment>The last import into an environment: its state, the name of the file or of the environment it came from, the database, when</extracomment>
        <translation>%1: %2 till %3, %4</translation>
    </message>
    <message>
        <source>An SQL dump replaces tables of the database; its backup is made first.</source>
        <translation>En SQL-dump ersätter tabeller i databasen; en säkerhetskopia görs först.</translation>
    </message>
    <message>
        <source>The token of this site may only watch.</source>
        <translation>Webbplatsens token får bara titta.</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <extracomment>Button: copies the database of this environment to another one</extracomment>
        <translation>Kopiera till…</translation>
    </message>
    <message>
        <source>Puts the database of this environment in the place of another one’s. Nothing starts yet.</source>
        <translation>Sätter den här miljöns databas i stället för en annans. Inget startar ännu.</translation>
    </message>
</context>
<context>
    <name>longshore::ImportText</name>
    <message>
        <source>The service never overwrites the databases of %1 through its API.</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>Tjänsten skriver aldrig över databaserna i %1 genom sitt API.</translation>
    </message>
    <message>
        <source>This key has no right for %1.</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>Nyckeln har ingen rättighet till %1.</translation>
    </message>
    <message>
        <source>The package does not hold %1.</source>
        <extracomment>%1 is &quot;CMS&quot; or &quot;Commerce&quot;</extracomment>
        <translation>Paketet innehåller inte %1.</translation>
    </message>
    <message>
        <source>last import %1</source>
        <extracomment>%1 is a moment: &quot;today 06:12&quot;</extracomment>
        <translation>senaste import %1</translation>
    </message>
    <message>
        <source>nothing was imported there with Longshore</source>
        <translation>inget har importerats dit med Longshore</translation>
    </message>
    <message>
        <source>%1 database of %2</source>
        <extracomment>%1 is &quot;CMS&quot; or &quot;Commerce&quot;, %2 a place (&quot;Contoso / Integration&quot;)</extracomment>
        <translation>%1-databasen i %2</translation>
    </message>
    <message>
        <source>Choose the file to import.</source>
        <translation>Välj filen som ska importeras.</translation>
    </message>
    <message>
        <source>The check goes through the whole file; wait until it is done.</source>
        <translation>Kontrollen går igenom hela filen; vänta tills den är klar.</translation>
    </message>
    <message>
        <source>This file cannot be imported: see the error above.</source>
        <translation>Filen kan inte importeras: se felet ovan.</translation>
    </message>
    <message>
        <source>Tick each warning that you want to go on with.</source>
        <translation>Kryssa för varje varning som du vill gå vidare med.</translation>
    </message>
    <message>
        <source>Choose the database to replace.</source>
        <translation>Välj databasen som ska ersättas.</translation>
    </message>
    <message>
        <source>Nothing can be imported there; the reason stands at its row.</source>
        <translation>Inget kan importeras dit; skälet står på raden.</translation>
    </message>
    <message>
        <source>This file does not fit that target: see the error above.</source>
        <translation>Filen passar inte målet: se felet ovan.</translation>
    </message>
    <message>
        <source>The folder of the backup cannot be written to. Choose another one.</source>
        <translation>Säkerhetskopians mapp går inte att skriva i. Välj en annan.</translation>
    </message>
    <message>
        <source>Type %1 to confirm.</source>
        <extracomment>%1 is what has to be typed: &quot;contoso/Integration&quot;</extracomment>
        <translation>Skriv %1 för att bekräfta.</translation>
    </message>
    <message>
        <source>The service takes this name, and nobody used it before.</source>
        <translation>Tjänsten tar emot namnet, och ingen har använt det förut.</translation>
    </message>
    <message>
        <source>The package needs a name.</source>
        <translation>Paketet behöver ett namn.</translation>
    </message>
    <message>
        <source>The service takes no spaces in the name.</source>
        <translation>Tjänsten tar inte emot mellanslag i namnet.</translation>
    </message>
    <message>
        <source>Only letters, digits, dots, hyphens and underscores.</source>
        <translation>Bara bokstäver, siffror, punkter, bindestreck och understreck.</translation>
    </message>
    <message>
        <source>The name has to end in .bacpac.</source>
        <translation>Namnet måste sluta på .bacpac.</translation>
    </message>
    <message>
        <source>The name has to hold .commerce.sqldb. and a version.</source>
        <translation>Namnet måste innehålla .commerce.sqldb. och en version.</translation>
    </message>
    <message>
        <source>The name has to hold .cms.sqldb. and a version.</source>
        <translation>Namnet måste innehålla .cms.sqldb. och en version.</translation>
    </message>
    <message>
        <source>By this name the service would replace the other database.</source>
        <translation>Med det namnet skulle tjänsten ersätta den andra databasen.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Namnet är för långt.</translation>
    </message>
    <message>
        <source>A deployment used this name before; the service does not take it twice.</source>
        <translation>En driftsättning har använt namnet förut; tjänsten tar inte emot det två gånger.</translation>
    </message>
    <message>
        <source>%1 is of the tier %2: a mistake there costs other people’s work.</source>
        <extracomment>%1 is a place, %2 a tier (&quot;Staging&quot;)</extracomment>
        <translation>%1 är på nivån %2: ett misstag där kostar andras arbete.</translation>
    </message>
    <message>
        <source>Without a backup there is no way back to what %1 holds now.</source>
        <extracomment>%1 is a place</extracomment>
        <translation>Utan säkerhetskopia finns ingen väg tillbaka till det som %1 innehåller nu.</translation>
    </message>
    <message>
        <source>%1 was changed %2, after this file was made.</source>
        <extracomment>%1 is a place, %2 a moment</extracomment>
        <translation>%1 ändrades %2, efter att filen skapades.</translation>
    </message>
    <message>
        <source>Cannot be undone: what editors write on %1 between the backup and the import is lost.</source>
        <extracomment>%1 is a place</extracomment>
        <translation>Kan inte ångras: det som redaktörer skriver på %1 mellan säkerhetskopian och importen går förlorat.</translation>
    </message>
    <message>
        <source>Cannot be undone: everything in the %1 is lost.</source>
        <extracomment>%1 is &quot;CMS database of Contoso / Integration&quot;</extracomment>
        <translation>Kan inte ångras: allt i %1 går förlorat.</translation>
    </message>
    <message>
        <source>Off: it is faster, and there is no undo.</source>
        <translation>Av: det går fortare, och går inte att ångra.</translation>
    </message>
    <message>
        <source>Adds %1 as a rule.</source>
        <extracomment>%1 is a usual duration: &quot;22–35 min&quot;</extracomment>
        <translation>Tar i regel %1 till.</translation>
    </message>
    <message>
        <source>How long it takes is learned from the first one.</source>
        <translation>Hur lång tid det tar lärs av den första.</translation>
    </message>
    <message>
        <source>The service makes one export of a project at a time. The backup is verified, stays in your library, and is what Undo imports.</source>
        <translation>Tjänsten gör en export av ett projekt i taget. Säkerhetskopian verifieras, stannar i ditt bibliotek och är det som Ångra importerar.</translation>
    </message>
    <message>
        <source>Upload %1 (%2) as %3. Your file keeps its name.</source>
        <extracomment>%1 is the name of a file, %2 a size, %3 the name it gets at the service</extracomment>
        <translation>Ladda upp %1 (%2) som %3. Din fil behåller sitt namn.</translation>
    </message>
    <message>
        <source>Then REPLACE the %1 with it.</source>
        <extracomment>%1 is &quot;CMS database of Contoso / Integration&quot;</extracomment>
        <translation>ERSÄTT sedan %1 med den.</translation>
    </message>
    <message>
        <source>Undo: from the backup, with “Undo import” at the job.</source>
        <translation>Ångra: från säkerhetskopian, med ”Ångra import” vid jobbet.</translation>
    </message>
    <message>
        <source>Undo: not possible, as no backup is made.</source>
        <translation>Ångra: inte möjligt, eftersom ingen säkerhetskopia görs.</translation>
    </message>
    <message>
        <source>Usually about %1.</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>Vanligtvis ungefär %1.</translation>
    </message>
    <message>
        <source>Replace %1 database of %2</source>
        <extracomment>Button that starts an import. %1 is &quot;CMS&quot; or &quot;Commerce&quot;, %2 an environment</extracomment>
        <translation>Ersätt %1-databasen i %2</translation>
    </message>
    <message>
        <source>The service takes no file for %1: its database comes from development.</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>Tjänsten tar ingen fil för %1: dess databas kommer från development.</translation>
    </message>
    <message>
        <source>Takes SQL dumps; this file is a package (.bacpac).</source>
        <translation>Tar SQL-dumpar; den här filen är ett paket (.bacpac).</translation>
    </message>
    <message>
        <source>Takes packages (.bacpac); this file is an SQL dump.</source>
        <translation>Tar paket (.bacpac); den här filen är en SQL-dump.</translation>
    </message>
    <message>
        <source>%1 does not belong to this project or site any more.</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>%1 hör inte längre till det här projektet eller den här webbplatsen.</translation>
    </message>
    <message>
        <source>The token of this site may only watch.</source>
        <translation>Webbplatsens token får bara titta.</translation>
    </message>
    <message>
        <source>Say what to search for and what to put there, or switch it off.</source>
        <translation>Ange vad som ska sökas och vad det ska ersättas med, eller stäng av det.</translation>
    </message>
    <message>
        <source>The backup is verified, stays in your library, and is what Undo imports.</source>
        <translation>Säkerhetskopian kontrolleras, stannar i ditt bibliotek och är det som Ångra importerar.</translation>
    </message>
    <message>
        <source>Back up the %1 to %2. If that fails, nothing is sent.</source>
        <extracomment>%1 is &quot;CMS database of Contoso / Integration&quot;, %2 a folder</extracomment>
        <translation>Säkerhetskopiera %1 till %2. Om det misslyckas skickas ingenting.</translation>
    </message>
    <message>
        <source>Unpack it, since the service takes plain SQL here. Your file stays as it is.</source>
        <translation>Packa upp den, eftersom tjänsten tar ren SQL här. Din fil lämnas som den är.</translation>
    </message>
    <message>
        <source>Pack it as %1, which the service takes. Your file stays as it is.</source>
        <translation>Packa den som %1, som tjänsten tar. Din fil lämnas som den är.</translation>
    </message>
    <message>
        <source>Send %1 (%2) inside the request: it is small enough for a quick import.</source>
        <extracomment>%1 is the name of a file, %2 a size</extracomment>
        <translation>Skicka %1 (%2) inuti anropet: den är liten nog för en snabbimport.</translation>
    </message>
    <message>
        <source>Upload %1 (%2) to the service’s storage.</source>
        <extracomment>%1 is the name of a file, %2 a size</extracomment>
        <translation>Ladda upp %1 (%2) till tjänstens lagring.</translation>
    </message>
    <message>
        <source>Then DELETE all tables of the %1 and carry out the dump there.</source>
        <extracomment>%1 is &quot;MySQL database of Shop / staging&quot;</extracomment>
        <translation>TA sedan BORT alla tabeller i %1 och kör dumpen där.</translation>
    </message>
    <message>
        <source>Then carry out the dump in the %1: it REPLACES the tables that it deletes first; others stay.</source>
        <translation>Kör sedan dumpen i %1: den ERSÄTTER de tabeller som den först tar bort; andra blir kvar.</translation>
    </message>
    <message>
        <source>On the way every %1 becomes %2.</source>
        <extracomment>%1 and %2 are texts: &quot;//old.example&quot;, &quot;//new.example&quot;</extracomment>
        <translation>På vägen blir varje %1 till %2.</translation>
    </message>
    <message>
        <source>If a statement fails, the tables before it are changed already.</source>
        <translation>Om en sats misslyckas är tabellerna före den redan ändrade.</translation>
    </message>
    <message>
        <source>Quick import: the dump (%1) is small enough to go inside the request. Nothing is uploaded to a storage first, and the answer says at once how it went.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>Snabbimport: dumpen (%1) är liten nog att skickas inuti anropet. Inget laddas upp till en lagring först, och svaret säger genast hur det gick.</translation>
    </message>
    <message>
        <source>The dump (%1) goes to the service’s storage and is imported from there. An upload that is cut goes on with what is missing.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>Dumpen (%1) går till tjänstens lagring och importeras därifrån. En avbruten uppladdning fortsätter med det som fattas.</translation>
    </message>
    <message>
        <source>This dump does not delete all tables that it makes: one that is there already stops the import.</source>
        <translation>Den här dumpen tar inte bort alla tabeller som den skapar: en som redan finns stoppar importen.</translation>
    </message>
    <message>
        <source>The dump replaces the tables that it has; what else is there stays.</source>
        <translation>Dumpen ersätter de tabeller som den har; allt annat blir kvar.</translation>
    </message>
    <message>
        <source>Longshore never imports into production, and %1 counts as that.</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>Longshore importerar aldrig till produktion, och %1 räknas dit.</translation>
    </message>
</context>
<context>
    <name>longshore::JobActions</name>
    <message>
        <source>Adopt an export</source>
        <translation>Ta över en export</translation>
    </message>
    <message>
        <source>The portal and the vendor’s tools show the id of an export.</source>
        <translation>Portalen och leverantörens verktyg visar exportens id.</translation>
    </message>
    <message>
        <source>Adopt</source>
        <extracomment>Button: take over the export with the typed id</extracomment>
        <translation>Ta över</translation>
    </message>
    <message>
        <source>Id of the export:</source>
        <translation>Exportens id:</translation>
    </message>
    <message>
        <source>Forget “%1”?</source>
        <extracomment>%1 is the title of a job</extracomment>
        <translation>Glömma ”%1”?</translation>
    </message>
    <message>
        <source>The job is dropped here. If the server made the export, it keeps it until its time is over, but nothing is downloaded.</source>
        <translation>Jobbet släpps här. Om servern har skapat exporten finns den kvar där tills behållningstiden är slut, men ingenting hämtas.</translation>
    </message>
    <message>
        <source>Forget the job</source>
        <translation>Glöm jobbet</translation>
    </message>
    <message>
        <source>Limit of this transfer</source>
        <translation>Gräns för överföringen</translation>
    </message>
    <message>
        <source>Speed of “%1” in MB/s (0: no limit):</source>
        <extracomment>%1 is the title of a job</extracomment>
        <translation>Hastighet för ”%1” i MB/s (0: ingen gräns):</translation>
    </message>
    <message>
        <source>Set limit</source>
        <translation>Sätt gräns</translation>
    </message>
    <message>
        <source>Limit of all transfers</source>
        <translation>Gräns för alla överföringar</translation>
    </message>
    <message>
        <source>Speed of all transfers together in MB/s (0: no limit):</source>
        <translation>Hastighet för alla överföringar tillsammans i MB/s (0: ingen gräns):</translation>
    </message>
    <message>
        <source>Transfers have no speed limit.</source>
        <translation>Överföringar har ingen hastighetsgräns.</translation>
    </message>
    <message>
        <source>All transfers together take at most %1.</source>
        <translation>Alla överföringar tillsammans tar högst %1.</translation>
    </message>
    <message>
        <source>There is no transfer to pause.</source>
        <translation>Det finns ingen överföring att pausa.</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) paused.</source>
        <translation>
            <numerusform>%n överföring pausad.</numerusform>
            <numerusform>%n överföringar pausade.</numerusform>
        </translation>
    </message>
    <message>
        <source>No transfer is paused.</source>
        <translation>Ingen överföring är pausad.</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) resumed.</source>
        <translation>
            <numerusform>%n överföring återupptagen.</numerusform>
            <numerusform>%n överföringar återupptagna.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adopt a deployment</source>
        <translation>Ta över en driftsättning</translation>
    </message>
    <message>
        <source>The portal and the vendor’s tools show the id of a deployment.</source>
        <translation>Portalen och leverantörens verktyg visar en driftsättnings id.</translation>
    </message>
    <message>
        <source>Id of the deployment:</source>
        <translation>Driftsättningens id:</translation>
    </message>
    <message>
        <source>The job is dropped here. If the server started the import, it goes on with it, and you are not told how it ends.</source>
        <translation>Jobbet släpps här. Om servern startade importen fortsätter den, och du får inte veta hur den slutar.</translation>
    </message>
    <message>
        <source>Take the import into %1 back?</source>
        <extracomment>%1 is a place (&quot;Contoso / Integration&quot;)</extracomment>
        <translation>Ta tillbaka importen till %1?</translation>
    </message>
    <message>
        <source>The service throws the new database away; the environment stays as it was. To import again, the file is deployed anew.</source>
        <translation>Tjänsten kastar den nya databasen; miljön förblir som den var. För att importera igen driftsätts filen på nytt.</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <extracomment>Button: takes a deployment back. %1 is a place</extracomment>
        <translation>Återställ %1</translation>
    </message>
    <message>
        <source>Adopt an import</source>
        <translation>Överta en import</translation>
    </message>
    <message>
        <source>The vendor’s tools show the id of an import, a promotion or a restore.</source>
        <translation>Leverantörens verktyg visar id för en import, en befordran eller en återställning.</translation>
    </message>
    <message>
        <source>Id at the service:</source>
        <translation>Id hos tjänsten:</translation>
    </message>
</context>
<context>
    <name>longshore::JobDetails</name>
    <message>
        <source>Speed</source>
        <extracomment>Button with a menu: priority and limit of one transfer</extracomment>
        <translation>Hastighet</translation>
    </message>
    <message>
        <source>Priority and speed limit of this transfer</source>
        <translation>Överföringens prioritet och hastighetsgräns</translation>
    </message>
    <message>
        <source>The server warns:</source>
        <translation>Servern varnar:</translation>
    </message>
    <message>
        <source>The server says:</source>
        <translation>Servern säger:</translation>
    </message>
</context>
<context>
    <name>longshore::JobError</name>
    <message>
        <source>Another deployment to %1 is running.</source>
        <extracomment>%1 is a place</extracomment>
        <translation>En annan driftsättning till %1 pågår.</translation>
    </message>
    <message>
        <source>Retry; it waits for its turn and starts by itself.</source>
        <translation>Försök igen; den väntar på sin tur och startar av sig själv.</translation>
    </message>
    <message>
        <source>The service says that the import failed.</source>
        <translation>Tjänsten säger att importen misslyckades.</translation>
    </message>
    <message>
        <source>Read the server’s words below. Import again, or undo with the backup if the site misbehaves.</source>
        <translation>Läs serverns ord nedan. Importera igen, eller ångra med säkerhetskopian om webbplatsen inte fungerar.</translation>
    </message>
    <message>
        <source>The service refused the import.</source>
        <translation>Tjänsten avvisade importen.</translation>
    </message>
    <message>
        <source>Read its words under Details, then retry.</source>
        <translation>Läs dess ord under Detaljer och försök igen.</translation>
    </message>
    <message>
        <source>We started the deployment and did not hear back.</source>
        <translation>Vi startade driftsättningen och fick inget svar.</translation>
    </message>
    <message>
        <source>Look at the server first; a second start could import twice.</source>
        <translation>Titta på servern först; en andra start kan importera två gånger.</translation>
    </message>
    <message>
        <source>The service does not know this deployment any more.</source>
        <translation>Tjänsten känner inte längre till driftsättningen.</translation>
    </message>
    <message>
        <source>Look in the portal whether the import is there, then forget the job.</source>
        <translation>Se efter i portalen om importen finns där, och glöm sedan jobbet.</translation>
    </message>
    <message>
        <source>That package name is already linked to a deployment.</source>
        <translation>Paketnamnet är redan knutet till en driftsättning.</translation>
    </message>
    <message>
        <source>Retry; the next version of the name is used.</source>
        <translation>Försök igen; nästa version av namnet används.</translation>
    </message>
    <message>
        <source>The upload link has ended.</source>
        <translation>Uppladdningslänken har gått ut.</translation>
    </message>
    <message>
        <source>Retry with a fresh link; only what is missing is sent.</source>
        <translation>Försök igen med en ny länk; bara det som saknas skickas.</translation>
    </message>
    <message>
        <source>The package store refuses this link.</source>
        <translation>Paketlagret avvisar länken.</translation>
    </message>
    <message>
        <source>Retry with a fresh link; send the job’s report to support if it is refused again.</source>
        <translation>Försök igen med en ny länk; skicka jobbets rapport till supporten om den avvisas igen.</translation>
    </message>
    <message>
        <source>The safety rules do not allow this import any more.</source>
        <translation>Säkerhetsreglerna tillåter inte längre den här importen.</translation>
    </message>
    <message>
        <source>Open the import again from the file; it asks for what is missing.</source>
        <translation>Öppna importen igen från filen; den frågar efter det som saknas.</translation>
    </message>
    <message>
        <source>%1 is not the file any more that was checked.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 är inte längre den fil som kontrollerades.</translation>
    </message>
    <message>
        <source>Import it again, so that the new contents are checked first.</source>
        <translation>Importera den igen, så att det nya innehållet kontrolleras först.</translation>
    </message>
    <message>
        <source>%1 cannot be read any more.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 kan inte läsas längre.</translation>
    </message>
    <message>
        <source>Put it back where it was, then retry.</source>
        <translation>Lägg tillbaka den där den var och försök igen.</translation>
    </message>
    <message>
        <source>%1 is not a complete database package.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 är inget fullständigt databaspaket.</translation>
    </message>
    <message>
        <source>Use another copy of the file.</source>
        <translation>Använd en annan kopia av filen.</translation>
    </message>
    <message>
        <source>We asked for the export and did not hear back.</source>
        <translation>Vi bad om exporten och fick inget svar.</translation>
    </message>
    <message>
        <source>It may or may not run on the server, so nothing is asked a second time. Look at the server first; adopt the export if you know its id; forget the job if it does not matter.</source>
        <translation>Den kanske körs på servern, kanske inte, så inget begärs en andra gång. Titta på servern först; ta över exporten om du vet dess id; glöm jobbet om det inte spelar någon roll.</translation>
    </message>
    <message>
        <source>It may or may not run, so it is not started a second time. Look at the server: it lists its deployments. Adopt the deployment if you know its id.</source>
        <translation>Den kanske körs, kanske inte, så den startas inte en andra gång. Titta på servern: den listar sina driftsättningar. Ta över driftsättningen om du vet dess id.</translation>
    </message>
    <message>
        <source>The server goes on with this import; we no longer ask about it.</source>
        <translation>Servern fortsätter med importen; vi frågar inte längre om den.</translation>
    </message>
    <message>
        <source>Watch again to learn how it ends.</source>
        <translation>Bevaka igen för att få veta hur den slutar.</translation>
    </message>
    <message>
        <source>The server goes on with this export; we no longer ask about it.</source>
        <translation>Servern fortsätter med exporten; vi frågar inte längre om den.</translation>
    </message>
    <message>
        <source>Watch again to download it when it is ready.</source>
        <translation>Bevaka igen för att hämta den när den är klar.</translation>
    </message>
    <message>
        <source>%1 waits for you.</source>
        <extracomment>%1 is a place</extracomment>
        <translation>%1 väntar på dig.</translation>
    </message>
    <message>
        <source>Look at the site in its deployment slot. Complete makes the new database live; Reset takes it back.</source>
        <translation>Titta på webbplatsen i dess driftsättningsplats. Slutför tar den nya databasen i drift; Återställ tar tillbaka den.</translation>
    </message>
    <message>
        <source>The dump is not whole.</source>
        <extracomment>%1 is a place in a file: &quot;line 1414, byte 99213&quot;</extracomment>
        <translation>Dumpen är inte hel.</translation>
    </message>
    <message>
        <source>The dump is not whole: %1.</source>
        <translation>Dumpen är inte hel: %1.</translation>
    </message>
    <message>
        <source>Mend the dump at that place and import it again, or undo with the backup.</source>
        <translation>Rätta dumpen på det stället och importera den igen, eller ångra med säkerhetskopian.</translation>
    </message>
    <message>
        <source>The dump stopped at line %1, in the table %2.</source>
        <extracomment>%1 is a number, %2 the name of a table</extracomment>
        <translation>Dumpen stannade på rad %1, i tabellen %2.</translation>
    </message>
    <message>
        <source>The dump stopped at line %1.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>Dumpen stannade på rad %1.</translation>
    </message>
    <message>
        <source>The dump stopped in the table %1.</source>
        <extracomment>%1 is the name of a table</extracomment>
        <translation>Dumpen stannade i tabellen %1.</translation>
    </message>
    <message>
        <source>The server could not carry out the whole dump.</source>
        <translation>Servern kunde inte köra hela dumpen.</translation>
    </message>
    <message>
        <source>Read the server’s words below; mend the dump, or undo with the backup.</source>
        <translation>Läs serverns ord nedan; rätta dumpen eller ångra med säkerhetskopian.</translation>
    </message>
    <message>
        <source>Another import into %1 is running.</source>
        <extracomment>%1 is a place</extracomment>
        <translation>En annan import till %1 pågår.</translation>
    </message>
    <message>
        <source>We started the import and did not hear back.</source>
        <translation>Vi startade importen och fick inget svar.</translation>
    </message>
    <message>
        <source>Look at the site first; a second start would carry out the dump twice.</source>
        <translation>Titta på webbplatsen först; en andra start skulle köra dumpen två gånger.</translation>
    </message>
    <message>
        <source>The service does not know this import any more.</source>
        <translation>Tjänsten känner inte längre till den här importen.</translation>
    </message>
    <message>
        <source>Look at the site whether the import is there; then retry, or forget the job.</source>
        <translation>Titta på webbplatsen om importen finns där; försök sedan igen eller glöm jobbet.</translation>
    </message>
    <message>
        <source>The service’s storage refuses this link.</source>
        <translation>Tjänstens lagring avvisar den här länken.</translation>
    </message>
    <message>
        <source>%1 is not a whole SQL dump.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 är ingen hel SQL-dump.</translation>
    </message>
    <message>
        <source>It may or may not run, so it is not started a second time. Look at the server: it tells what became of it.</source>
        <translation>Den kanske körs och kanske inte, så den startas inte en gång till. Titta på servern: den säger vad det blev av den.</translation>
    </message>
    <message>
        <source>It may or may not have run, and the service keeps no list to look in. Look at the site: retry if nothing changed there, forget the job if it was imported.</source>
        <translation>Den kan ha körts eller inte, och tjänsten har ingen lista att titta i. Titta på webbplatsen: försök igen om inget ändrades där, glöm jobbet om den importerades.</translation>
    </message>
    <message>
        <source>The export of the source failed, so the copy stopped.</source>
        <translation>Exporten av källan misslyckades, så kopieringen avbröts.</translation>
    </message>
    <message>
        <source>See why at the export’s own job, then retry the copy.</source>
        <translation>Se orsaken i exportens eget jobb och försök sedan kopiera igen.</translation>
    </message>
    <message>
        <source>The check of the copy’s file warns, and nobody accepted that.</source>
        <translation>Kontrollen av kopians fil varnar, och ingen har godtagit det.</translation>
    </message>
    <message>
        <source>The file is in your library: import it from there and see the warnings, or copy again and let it go on.</source>
        <translation>Filen finns i ditt bibliotek: importera den därifrån och se varningarna, eller kopiera igen och låt den fortsätta.</translation>
    </message>
</context>
<context>
    <name>longshore::JobMenu</name>
    <message>
        <source>No limit</source>
        <extracomment>Entry of a menu: no limit of the speed</extracomment>
        <translation>Ingen gräns</translation>
    </message>
    <message>
        <source>Another limit…</source>
        <extracomment>Entry of a menu: asks for another limit of the speed</extracomment>
        <translation>En annan gräns…</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Hög prioritet</translation>
    </message>
    <message>
        <source>Usual priority</source>
        <translation>Vanlig prioritet</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Låg prioritet</translation>
    </message>
    <message>
        <source>Its share of the connections while other transfers run.</source>
        <translation>Dess andel av anslutningarna medan andra överföringar pågår.</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>Heading in a menu</extracomment>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Priority and limit</source>
        <translation>Prioritet och gräns</translation>
    </message>
    <message>
        <source>Pause all transfers</source>
        <translation>Pausa alla överföringar</translation>
    </message>
    <message>
        <source>Also those still to come; servers go on with their exports.</source>
        <translation>Även de som ännu inte har börjat; servrarna fortsätter med sina exporter.</translation>
    </message>
    <message>
        <source>Resume all transfers</source>
        <translation>Återuppta alla överföringar</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <extracomment>Heading in a menu: the limit of one transfer</extracomment>
        <translation>Hastighetsgräns</translation>
    </message>
    <message>
        <source>Limit for all together</source>
        <extracomment>Heading in a menu: the limit of all transfers together</extracomment>
        <translation>Gräns för alla tillsammans</translation>
    </message>
</context>
<context>
    <name>longshore::JobReport</name>
    <message>
        <source>State: %1</source>
        <extracomment>In a report. %1 is the state of a job</extracomment>
        <translation>Tillstånd: %1</translation>
    </message>
    <message>
        <source>Tier: %1</source>
        <extracomment>In a report. %1 is a tier</extracomment>
        <translation>Nivå: %1</translation>
    </message>
    <message>
        <source>Job id: %1</source>
        <translation>Jobb-id: %1</translation>
    </message>
    <message>
        <source>Export id: %1</source>
        <translation>Export-id: %1</translation>
    </message>
    <message>
        <source>Server says: %1</source>
        <extracomment>In a report. %1 is a word of the server</extracomment>
        <translation>Servern säger: %1</translation>
    </message>
    <message>
        <source>Keep for: %1 h</source>
        <extracomment>In a report. %1 is a number of hours</extracomment>
        <translation>Behålls i: %1 h</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <extracomment>In a report. %1 is a point in time</extracomment>
        <translation>Skapat: %1</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <extracomment>In a report. %1 is a point in time</extracomment>
        <translation>Avslutat: %1</translation>
    </message>
    <message>
        <source>Checks: %1, link renewals: %2, retries: %3</source>
        <extracomment>In a report; %1 to %3 are numbers</extracomment>
        <translation>Förfrågningar: %1, länkförnyelser: %2, nya försök: %3</translation>
    </message>
    <message>
        <source>Size: %1 bytes</source>
        <extracomment>In a report. %1 is a number of bytes</extracomment>
        <translation>Storlek: %1 byte</translation>
    </message>
    <message>
        <source>Deployment id: %1</source>
        <translation>Driftsättningens id: %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <extracomment>In a report. %1 is a path</extracomment>
        <translation>Fil: %1</translation>
    </message>
    <message>
        <source>Package name: %1</source>
        <extracomment>In a report. %1 is the name of a package</extracomment>
        <translation>Paketnamn: %1</translation>
    </message>
    <message>
        <source>Backup: none</source>
        <extracomment>In a report. %1 is the id of a file in the library</extracomment>
        <translation>Säkerhetskopia: ingen</translation>
    </message>
    <message>
        <source>Backup: %1 in the library</source>
        <translation>Säkerhetskopia: %1 i biblioteket</translation>
    </message>
    <message>
        <source>Server error: %1</source>
        <extracomment>In a report. %1 is what the server says</extracomment>
        <translation>Serverfel: %1</translation>
    </message>
    <message>
        <source>Server warning: %1</source>
        <extracomment>In a report. %1 is what the server says</extracomment>
        <translation>Servervarning: %1</translation>
    </message>
    <message>
        <source>Import id: %1</source>
        <translation>Import-id: %1</translation>
    </message>
    <message>
        <source>Way: %1</source>
        <extracomment>In a report. %1 are words of the program: &quot;upload, session 01jk, drop tables&quot;</extracomment>
        <translation>Sätt: %1</translation>
    </message>
</context>
<context>
    <name>longshore::JobState</name>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a place (&quot;Contoso / Production&quot;), %2 a database (&quot;CMS&quot;)</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 → Library</source>
        <extracomment>Title of a job: from %1 (&quot;Contoso / Production CMS&quot;) to the person&apos;s library</extracomment>
        <translation>%1 → Bibliotek</translation>
    </message>
    <message>
        <source>%1 → kept on the server</source>
        <extracomment>Title of a job that makes %1 ready on the server and downloads nothing</extracomment>
        <translation>%1 → behålls på servern</translation>
    </message>
    <message>
        <source>Waits for its turn: one export at a time in this project</source>
        <translation>Väntar på sin tur: en export i taget i det här projektet</translation>
    </message>
    <message>
        <source>Waits for %1: one export at a time in this project</source>
        <translation>Väntar på %1: en export i taget i det här projektet</translation>
    </message>
    <message>
        <source>Waits for the network; goes on by itself</source>
        <translation>Väntar på nätverket; fortsätter automatiskt</translation>
    </message>
    <message>
        <source>Waits for a fresh link; goes on by itself</source>
        <translation>Väntar på en ny länk; fortsätter automatiskt</translation>
    </message>
    <message>
        <source>Waits for room in %1</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>Väntar på utrymme i %1</translation>
    </message>
    <message>
        <source>Needs the secret of %1</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>Behöver hemligheten för %1</translation>
    </message>
    <message>
        <source>Waits as long as the server asked; goes on by itself</source>
        <translation>Väntar så länge som servern har bett om; fortsätter automatiskt</translation>
    </message>
    <message>
        <source>Paused; what is here already is kept</source>
        <translation>Pausat; det som redan finns här behålls</translation>
    </message>
    <message>
        <source>Needs you</source>
        <extracomment>State of a job: it needs something from the person
----------
State of a job: the server wants a person to complete or reset</extracomment>
        <translation>Behöver dig</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>State of a job</extracomment>
        <translation>Pausat</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>State of a job</extracomment>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>Queued</source>
        <extracomment>State of a job</extracomment>
        <translation>I kö</translation>
    </message>
    <message>
        <source>Starting</source>
        <extracomment>State of a job</extracomment>
        <translation>Startar</translation>
    </message>
    <message>
        <source>Not sure</source>
        <extracomment>State of a job: nobody knows whether the server started it</extracomment>
        <translation>Osäkert</translation>
    </message>
    <message>
        <source>Server is working</source>
        <extracomment>State of a job</extracomment>
        <translation>Servern arbetar</translation>
    </message>
    <message>
        <source>Ready on the server</source>
        <extracomment>State of a job: the file can be fetched from the server</extracomment>
        <translation>Klart på servern</translation>
    </message>
    <message>
        <source>Downloading</source>
        <extracomment>State of a job</extracomment>
        <translation>Hämtar</translation>
    </message>
    <message>
        <source>Verifying</source>
        <extracomment>State of a job</extracomment>
        <translation>Kontrollerar</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>State of a job</extracomment>
        <translation>Klart</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>State of a job</extracomment>
        <translation>Misslyckades</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>State of a job</extracomment>
        <translation>Avbrutet</translation>
    </message>
    <message>
        <source>Not watched</source>
        <extracomment>State of a job: the server goes on, we no longer ask</extracomment>
        <translation>Bevakas inte</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <extracomment>State of a job: the person told us to forget it</extracomment>
        <translation>Glömt</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n körs</numerusform>
            <numerusform>%n körs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n väntar</numerusform>
            <numerusform>%n väntar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n behöver dig</numerusform>
            <numerusform>%n behöver dig</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup of %1 before import</source>
        <extracomment>Title of a job: the target of an import is exported first. %1 is its place and database</extracomment>
        <translation>Säkerhetskopia av %1 före import</translation>
    </message>
    <message>
        <source>Waits for its turn: one import into %1 at a time</source>
        <extracomment>%1 is a place</extracomment>
        <translation>Väntar på sin tur: en import till %1 i taget</translation>
    </message>
    <message>
        <source>Waits for the backup of the target</source>
        <translation>Väntar på säkerhetskopian av målet</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <extracomment>State of a job: is the file still the one that was checked?</extracomment>
        <translation>Kontrollerar filen</translation>
    </message>
    <message>
        <source>Backing up</source>
        <extracomment>State of a job: the target is exported first</extracomment>
        <translation>Säkerhetskopierar</translation>
    </message>
    <message>
        <source>Uploading</source>
        <extracomment>State of a job</extracomment>
        <translation>Laddar upp</translation>
    </message>
    <message>
        <source>Completing</source>
        <extracomment>State of a job: the deployment goes live</extracomment>
        <translation>Slutför</translation>
    </message>
    <message>
        <source>Resetting</source>
        <extracomment>State of a job: the deployment is taken back</extracomment>
        <translation>Återställer</translation>
    </message>
    <message>
        <source>Reset</source>
        <extracomment>State of a job: the deployment was taken back</extracomment>
        <translation>Återställd</translation>
    </message>
    <message>
        <source>Import of %1 into %2 started.</source>
        <extracomment>%1 is the name of a file, %2 a place</extracomment>
        <translation>Importen av %1 till %2 har startat.</translation>
    </message>
    <message>
        <source>Export of %1 started.</source>
        <extracomment>%1 is a place and a database, for example &quot;Contoso / Production CMS&quot;</extracomment>
        <translation>Exporten av %1 har startat.</translation>
    </message>
    <message>
        <source>Waits for its turn: one export of this site at a time</source>
        <translation>Väntar på sin tur: en export av webbplatsen i taget</translation>
    </message>
    <message>
        <source>Waits for %1: one export of this site at a time</source>
        <translation>Väntar på %1: en export av webbplatsen i taget</translation>
    </message>
    <message>
        <source>Export of %1 for a copy</source>
        <extracomment>Title of a job: the source of a copy is exported first. %1 is its place and database</extracomment>
        <translation>Export av %1 för en kopia</translation>
    </message>
    <message>
        <source>Waits for the export of the source</source>
        <translation>Väntar på exporten av källan</translation>
    </message>
</context>
<context>
    <name>longshore::JobText</name>
    <message>
        <source>asking for the export</source>
        <translation>begär exporten</translation>
    </message>
    <message>
        <source>the server makes the package</source>
        <translation>servern skapar paketet</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>hämtar</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>kontrollerar</translation>
    </message>
    <message>
        <source>filing in the library</source>
        <translation>lägger i biblioteket</translation>
    </message>
    <message>
        <source>We asked and did not hear back; look before asking again</source>
        <translation>Vi begärde men fick inget svar; titta efter innan du begär igen</translation>
    </message>
    <message>
        <source>This job failed.</source>
        <translation>Det här jobbet misslyckades.</translation>
    </message>
    <message>
        <source>The server goes on; you are not told when it is done</source>
        <translation>Servern fortsätter; du får inget besked när den är klar</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <extracomment>%1 and %2 are numbers, %3 says what is being done: &quot;Step 3 of 4: downloading&quot;</extracomment>
        <translation>Steg %1 av %2: %3</translation>
    </message>
    <message>
        <source>Starts in a moment</source>
        <translation>Startar om ett ögonblick</translation>
    </message>
    <message>
        <source>Verified: size, fingerprint and format</source>
        <translation>Kontrollerat: storlek, fingeravtryck och format</translation>
    </message>
    <message>
        <source>The file waits on the server</source>
        <translation>Filen väntar på servern</translation>
    </message>
    <message>
        <source>The file on the server stays until its time is over</source>
        <translation>Filen på servern finns kvar tills behållningstiden är slut</translation>
    </message>
    <message>
        <source>Nothing is left of it on the server</source>
        <translation>Ingenting av den finns kvar på servern</translation>
    </message>
    <message>
        <source>Dropped here; the server may have made it</source>
        <translation>Släppt här; servern kan ha skapat exporten</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <extracomment>A usual duration in seconds</extracomment>
        <translation>ungefär %1 s</translation>
    </message>
    <message>
        <source>%1–%2 s</source>
        <extracomment>A usual duration: %1 to %2 seconds</extracomment>
        <translation>%1–%2 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <extracomment>A usual duration in minutes</extracomment>
        <translation>ungefär %1 min</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <extracomment>A usual duration: %1 to %2 minutes</extracomment>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A usual duration; %1 and %2 are durations: &quot;50 s to 2 min&quot;</extracomment>
        <translation>%1 till %2</translation>
    </message>
    <message>
        <source>usually %1</source>
        <extracomment>%1 is a usual duration: &quot;22–35 min&quot;</extracomment>
        <translation>vanligtvis %1</translation>
    </message>
    <message>
        <source>checked %1 ago</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>frågade för %1 sedan</translation>
    </message>
    <message>
        <source>%1, next in %2</source>
        <extracomment>%1 says when we asked, %2 is a duration: &quot;checked 12 s ago, next in 18 s&quot;</extracomment>
        <translation>%1, nästa gång om %2</translation>
    </message>
    <message>
        <source>link valid until %1, renews by itself</source>
        <extracomment>%1 is a moment: &quot;today 16:29&quot;</extracomment>
        <translation>länken gäller till %1, förnyas automatiskt</translation>
    </message>
    <message numerus="yes">
        <source>renewed %n time(s)</source>
        <translation>
            <numerusform>förnyad %n gång</numerusform>
            <numerusform>förnyad %n gånger</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <extracomment>%1 is a step (&quot;Step 3 of 4: downloading&quot;), %2 and %3 are sizes</extracomment>
        <translation>%1, %2 av %3</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>%1 kvar</translation>
    </message>
    <message>
        <source>%1; its download then waits for you</source>
        <extracomment>%1 is a step (&quot;Step 2 of 4: the server makes the package&quot;)</extracomment>
        <translation>%1; hämtningen väntar sedan på dig</translation>
    </message>
    <message numerus="yes">
        <source>%n parts at once</source>
        <translation>
            <numerusform>%n del åt gången</numerusform>
            <numerusform>%n delar samtidigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retries</source>
        <translation>
            <numerusform>%n nytt försök</numerusform>
            <numerusform>%n nya försök</numerusform>
        </translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>hög prioritet</translation>
    </message>
    <message>
        <source>low priority</source>
        <translation>låg prioritet</translation>
    </message>
    <message>
        <source>at most %1</source>
        <extracomment>%1 is a speed: the limit of one transfer</extracomment>
        <translation>högst %1</translation>
    </message>
    <message>
        <source>nothing arrives at the moment</source>
        <translation>inget kommer fram just nu</translation>
    </message>
    <message>
        <source>checking the file</source>
        <translation>kontrollerar filen</translation>
    </message>
    <message>
        <source>backing up the target</source>
        <translation>säkerhetskopierar målet</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>laddar upp</translation>
    </message>
    <message>
        <source>asking for the deployment</source>
        <translation>begär driftsättningen</translation>
    </message>
    <message>
        <source>the server replaces the database</source>
        <translation>servern ersätter databasen</translation>
    </message>
    <message>
        <source>the server completes the deployment</source>
        <translation>servern slutför driftsättningen</translation>
    </message>
    <message>
        <source>the server takes the deployment back</source>
        <translation>servern tar tillbaka driftsättningen</translation>
    </message>
    <message>
        <source>The server waits for you: look at the site, then complete or reset</source>
        <translation>Servern väntar på dig: titta på webbplatsen, slutför sedan eller återställ</translation>
    </message>
    <message>
        <source>We started the deployment and did not hear back; look before starting again</source>
        <translation>Vi startade driftsättningen och fick inget svar; titta innan du startar igen</translation>
    </message>
    <message>
        <source>The %1 database of %2 was replaced</source>
        <extracomment>%1 is a database (&quot;CMS&quot;), %2 a place</extracomment>
        <translation>%1-databasen i %2 ersattes</translation>
    </message>
    <message>
        <source>Taken back: %1 is as it was before</source>
        <extracomment>%1 is a place</extracomment>
        <translation>Tillbakatagen: %1 är som förut</translation>
    </message>
    <message>
        <source>Dropped here; the server may have imported it</source>
        <translation>Släppt här; servern kan ha importerat den</translation>
    </message>
    <message>
        <source>Nothing was changed on %1.</source>
        <extracomment>%1 is a place</extracomment>
        <translation>Inget ändrades i %1.</translation>
    </message>
    <message>
        <source>The %1 database of %2 may have been replaced.</source>
        <extracomment>%1 is a database (&quot;CMS&quot;), %2 a place</extracomment>
        <translation>%1-databasen i %2 kan ha ersatts.</translation>
    </message>
    <message>
        <source>The %1 database of %2 may have been replaced; what was there before is in your library.</source>
        <extracomment>%1 is a database (&quot;CMS&quot;), %2 a place</extracomment>
        <translation>%1-databasen i %2 kan ha ersatts; det som fanns där förut är i ditt bibliotek.</translation>
    </message>
    <message>
        <source>%1; its upload then waits for you</source>
        <extracomment>%1 is a step (&quot;Step 1 of 3: checking the file&quot;)</extracomment>
        <translation>%1; uppladdningen väntar sedan på dig</translation>
    </message>
    <message>
        <source>nothing moves at the moment</source>
        <translation>inget rör sig för tillfället</translation>
    </message>
    <message>
        <source>development</source>
        <extracomment>The database of a site&apos;s development container, as the source of a copy</extracomment>
        <translation>utveckling</translation>
    </message>
    <message>
        <source>backup</source>
        <extracomment>A backup that the service keeps, as the source of a restore</extracomment>
        <translation>säkerhetskopia</translation>
    </message>
    <message>
        <source>Copy into %1</source>
        <extracomment>Title of a job: another environment&apos;s database is put into %1 (&quot;Shop / staging MySQL&quot;)</extracomment>
        <translation>Kopia till %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>Title of a job. %1 is the name of a file or an environment, %2 the target</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>exporting the source</source>
        <translation>exporterar källan</translation>
    </message>
    <message>
        <source>bringing the file into the form that the service takes</source>
        <translation>ger filen den form som tjänsten tar</translation>
    </message>
    <message>
        <source>asking for the import</source>
        <translation>ber om importen</translation>
    </message>
    <message>
        <source>the service copies the database</source>
        <translation>tjänsten kopierar databasen</translation>
    </message>
    <message>
        <source>the service restores the backup</source>
        <translation>tjänsten återställer säkerhetskopian</translation>
    </message>
    <message>
        <source>the server carries out the dump</source>
        <translation>servern kör dumpen</translation>
    </message>
    <message>
        <source>The server replaces the database</source>
        <extracomment>Last step of an import</extracomment>
        <translation>Servern ersätter databasen</translation>
    </message>
    <message>
        <source>The service copies the database</source>
        <extracomment>Last step of a copy that the service makes by itself</extracomment>
        <translation>Tjänsten kopierar databasen</translation>
    </message>
    <message>
        <source>The service restores the backup</source>
        <extracomment>Last step of the restore of a backup</extracomment>
        <translation>Tjänsten återställer säkerhetskopian</translation>
    </message>
    <message>
        <source>The server carries out the dump</source>
        <extracomment>Last step of an import of an SQL dump</extracomment>
        <translation>Servern kör dumpen</translation>
    </message>
    <message>
        <source>Export the source</source>
        <extracomment>First step of a copy</extracomment>
        <translation>Exportera källan</translation>
    </message>
    <message>
        <source>Check the file</source>
        <extracomment>Step of an import</extracomment>
        <translation>Kontrollera filen</translation>
    </message>
    <message>
        <source>Back up the target</source>
        <extracomment>Step of an import: the database that will be replaced is exported first</extracomment>
        <translation>Säkerhetskopiera målet</translation>
    </message>
    <message>
        <source>Prepare the file</source>
        <extracomment>Step of an import: the file is packed or unpacked</extracomment>
        <translation>Förbered filen</translation>
    </message>
    <message>
        <source>Upload</source>
        <extracomment>Step of an import</extracomment>
        <translation>Ladda upp</translation>
    </message>
    <message>
        <source>You verify, then complete or reset</source>
        <extracomment>Step of an import in which a person looks at the site and completes the deployment or takes it back</extracomment>
        <translation>Du granskar och slutför eller återställer</translation>
    </message>
    <message>
        <source>We started the import and did not hear back; look before starting again</source>
        <translation>Vi startade importen och fick inget svar; titta innan du startar igen</translation>
    </message>
    <message>
        <source>Tables of %1 were changed already, up to where it stopped.</source>
        <extracomment>%1 is a place</extracomment>
        <translation>Tabeller i %1 är redan ändrade, fram till där det stannade.</translation>
    </message>
    <message>
        <source>Tables of %1 were changed already, up to where it stopped; what was there before is in your library.</source>
        <extracomment>%1 is a place</extracomment>
        <translation>Tabeller i %1 är redan ändrade, fram till där det stannade; det som fanns där förut finns i ditt bibliotek.</translation>
    </message>
    <message>
        <source>the service writes the dump</source>
        <translation>tjänsten skriver dumpen</translation>
    </message>
</context>
<context>
    <name>longshore::JobTimeline</name>
    <message numerus="yes">
        <source>asked %n time(s)</source>
        <translation>
            <numerusform>frågade %n gång</numerusform>
            <numerusform>frågade %n gånger</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the export</source>
        <extracomment>First step of an export</extracomment>
        <translation>Begär exporten</translation>
    </message>
    <message>
        <source>The server makes the package</source>
        <translation>Servern skapar paketet</translation>
    </message>
    <message>
        <source>Download</source>
        <extracomment>Third step of an export</extracomment>
        <translation>Hämta</translation>
    </message>
    <message>
        <source>Verify and file</source>
        <extracomment>Fourth step of an export</extracomment>
        <translation>Kontrollera och lägg i biblioteket</translation>
    </message>
    <message>
        <source>since %1, %2</source>
        <extracomment>%1 is a clock time, %2 a duration</extracomment>
        <translation>sedan %1, %2</translation>
    </message>
    <message>
        <source>%1 → %2, %3</source>
        <extracomment>%1 and %2 are clock times, %3 a duration: &quot;14:02 → 14:29, 27 min&quot;</extracomment>
        <translation>%1 → %2, %3</translation>
    </message>
    <message>
        <source>usually %1</source>
        <extracomment>%1 is a usual duration</extracomment>
        <translation>vanligtvis %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>%1 av %2</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <extracomment>%1 is a fingerprint in hexadecimal</extracomment>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>size, fingerprint (SHA-256) and format</source>
        <translation>storlek, fingeravtryck (SHA-256) och format</translation>
    </message>
    <message>
        <source>paused: it will wait for you</source>
        <extracomment>Of a transfer that has not begun</extracomment>
        <translation>pausad: den kommer att vänta på dig</translation>
    </message>
    <message>
        <source>verified and pinned in your library</source>
        <translation>verifierad och fäst i ditt bibliotek</translation>
    </message>
    <message>
        <source>as a job of its own; the import goes on when it is verified</source>
        <extracomment>The backup is another row in the list of jobs</extracomment>
        <translation>som ett eget jobb; importen fortsätter när den är verifierad</translation>
    </message>
    <message>
        <source>as %1</source>
        <extracomment>%1 is the name under which the service has the file</extracomment>
        <translation>som %1</translation>
    </message>
    <message>
        <source>%1 was taken</source>
        <extracomment>%1 is the name that was asked for first</extracomment>
        <translation>%1 var upptaget</translation>
    </message>
    <message>
        <source>the server says %1 %</source>
        <extracomment>%1 is a number: how far the server says it is</extracomment>
        <translation>servern säger %1 %</translation>
    </message>
    <message>
        <source>the new database runs in the deployment slot; visitors still see the old one</source>
        <translation>den nya databasen körs i driftsättningsplatsen; besökare ser ännu den gamla</translation>
    </message>
    <message>
        <source>as %1, %2</source>
        <extracomment>%1 is the ending of a file&apos;s name (&quot;.sql.gz&quot;), %2 a size</extracomment>
        <translation>som %1, %2</translation>
    </message>
    <message>
        <source>packed or unpacked into what the service takes; your file stays as it is</source>
        <translation>packas om till det som tjänsten tar; din fil lämnas som den är</translation>
    </message>
    <message>
        <source>in the service’s storage</source>
        <extracomment>Where a file went: the storage of the service</extracomment>
        <translation>i tjänstens lagring</translation>
    </message>
    <message>
        <source>as a job of its own; the copy goes on when it is verified</source>
        <extracomment>The export of the source is another row in the list of jobs</extracomment>
        <translation>som ett eget jobb; kopian går vidare när det är kontrollerat</translation>
    </message>
    <message>
        <source>The service writes the dump</source>
        <extracomment>Second step of an export</extracomment>
        <translation>Tjänsten skriver dumpen</translation>
    </message>
</context>
<context>
    <name>longshore::JobVerbs</name>
    <message>
        <source>Remove from queue</source>
        <extracomment>What can be done with a job: nothing was sent yet, nothing will be</extracomment>
        <translation>Ta bort från kön</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <extracomment>What can be done with a job: the server goes on
----------
What can be done with an import: the server goes on</extracomment>
        <translation>Sluta bevaka</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>Bevaka igen</translation>
    </message>
    <message>
        <source>Check now</source>
        <extracomment>What can be done with a job: ask the server now</extracomment>
        <translation>Fråga nu</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>What can be done with a job</extracomment>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Resume</source>
        <extracomment>What can be done with a job</extracomment>
        <translation>Återuppta</translation>
    </message>
    <message>
        <source>Cancel transfer</source>
        <translation>Avbryt överföringen</translation>
    </message>
    <message>
        <source>Look at the server</source>
        <extracomment>What can be done with a job whose outcome is unknown</extracomment>
        <translation>Titta på servern</translation>
    </message>
    <message>
        <source>Adopt an export…</source>
        <extracomment>What can be done with a job whose outcome is unknown: take the id of an export that exists</extracomment>
        <translation>Ta över en export…</translation>
    </message>
    <message>
        <source>Forget</source>
        <extracomment>What can be done with a job</extracomment>
        <translation>Glöm</translation>
    </message>
    <message>
        <source>Retry</source>
        <extracomment>What can be done with a job</extracomment>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Run again</source>
        <extracomment>What can be done with a job: the same export once more</extracomment>
        <translation>Kör igen</translation>
    </message>
    <message>
        <source>Show file</source>
        <extracomment>What can be done with a job</extracomment>
        <translation>Visa fil</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <extracomment>What can be done with a finished job; its file stays</extracomment>
        <translation>Ta bort från listan</translation>
    </message>
    <message>
        <source>Nothing was sent for it yet, and nothing will be.</source>
        <translation>Ingenting har skickats för det än, och ingenting kommer att skickas.</translation>
    </message>
    <message>
        <source>The server goes on with the export; we no longer ask about it.</source>
        <translation>Servern fortsätter med exporten; vi frågar inte längre om den.</translation>
    </message>
    <message>
        <source>Asks about the export again and downloads it when it is ready.</source>
        <translation>Frågar om exporten igen och hämtar den när den är klar.</translation>
    </message>
    <message>
        <source>Asks the server now instead of waiting for the next check.</source>
        <translation>Frågar servern nu i stället för att vänta till nästa gång.</translation>
    </message>
    <message>
        <source>The bytes that are here are kept.</source>
        <translation>De byte som finns här behålls.</translation>
    </message>
    <message>
        <source>Goes on at the same byte.</source>
        <translation>Fortsätter vid samma byte.</translation>
    </message>
    <message>
        <source>Ends the download here; the file on the server stays until its time is over.</source>
        <translation>Avslutar hämtningen här; filen på servern finns kvar tills behållningstiden är slut.</translation>
    </message>
    <message>
        <source>Finds out, where it can, whether the export was started.</source>
        <translation>Tar, om det går, reda på om exporten startades.</translation>
    </message>
    <message>
        <source>Takes the id of an export that is running or finished.</source>
        <translation>Tar id:t för en export som körs eller är klar.</translation>
    </message>
    <message>
        <source>Drops the job here and changes nothing on the server.</source>
        <translation>Släpper jobbet här och ändrar ingenting på servern.</translation>
    </message>
    <message>
        <source>Goes on from the step that failed.</source>
        <translation>Fortsätter från steget som misslyckades.</translation>
    </message>
    <message>
        <source>Starts the same export once more.</source>
        <translation>Startar samma export en gång till.</translation>
    </message>
    <message>
        <source>Opens the folder of the file.</source>
        <translation>Öppnar mappen där filen finns.</translation>
    </message>
    <message>
        <source>The file and its place in the library stay.</source>
        <translation>Filen och dess plats i biblioteket är kvar.</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>What can be done with a job: its share of the connections</extracomment>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Its share of the connections while other transfers run.</source>
        <translation>Dess andel av anslutningarna medan andra överföringar pågår.</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <extracomment>What can be done with a job</extracomment>
        <translation>Hastighetsgräns</translation>
    </message>
    <message>
        <source>As fast as this transfer alone may be.</source>
        <translation>Så snabb får just den här överföringen vara.</translation>
    </message>
    <message>
        <source>Hold the download back</source>
        <extracomment>What can be done with a job whose download has not begun: pause it then</extracomment>
        <translation>Håll inne hämtningen</translation>
    </message>
    <message>
        <source>The server goes on; the download then waits for you.</source>
        <translation>Servern fortsätter; hämtningen väntar sedan på dig.</translation>
    </message>
    <message>
        <source>Let the download begin</source>
        <extracomment>What can be done with a job whose download would wait for the person</extracomment>
        <translation>Låt hämtningen börja</translation>
    </message>
    <message>
        <source>It begins as soon as the server has the file.</source>
        <translation>Den börjar så snart servern har filen.</translation>
    </message>
    <message>
        <source>Hold the upload back</source>
        <translation>Håll tillbaka uppladdningen</translation>
    </message>
    <message>
        <source>Check and backup go on; the upload then waits for you.</source>
        <translation>Kontroll och säkerhetskopia fortsätter; uppladdningen väntar sedan på dig.</translation>
    </message>
    <message>
        <source>Let the upload begin</source>
        <translation>Låt uppladdningen börja</translation>
    </message>
    <message>
        <source>It begins as soon as the backup is verified.</source>
        <translation>Den börjar så snart säkerhetskopian är verifierad.</translation>
    </message>
    <message>
        <source>The server goes on with the import; we no longer ask about it.</source>
        <translation>Servern fortsätter med importen; vi frågar inte längre om den.</translation>
    </message>
    <message>
        <source>Asks about the import again until it has ended.</source>
        <translation>Frågar om importen igen tills den har slutat.</translation>
    </message>
    <message>
        <source>Cancel import</source>
        <extracomment>What can be done with an import that has not reached the target</extracomment>
        <translation>Avbryt import</translation>
    </message>
    <message>
        <source>Ends it here. The target was not touched, and a backup that was made stays.</source>
        <translation>Avslutar den här. Målet har inte rörts, och en säkerhetskopia som gjorts finns kvar.</translation>
    </message>
    <message>
        <source>The service keeps what it has for a week.</source>
        <translation>Tjänsten behåller det den har i en vecka.</translation>
    </message>
    <message>
        <source>Sends only what is missing.</source>
        <translation>Skickar bara det som saknas.</translation>
    </message>
    <message>
        <source>Searches its list of deployments for this package and target.</source>
        <translation>Söker i dess lista över driftsättningar efter paketet och målet.</translation>
    </message>
    <message>
        <source>Adopt a deployment…</source>
        <extracomment>What can be done with an import whose outcome is unknown: take the id of a deployment that exists</extracomment>
        <translation>Ta över en driftsättning…</translation>
    </message>
    <message>
        <source>Takes the id of a deployment that is running or finished.</source>
        <translation>Tar id:t för en driftsättning som pågår eller är klar.</translation>
    </message>
    <message>
        <source>The file and the backup stay in the library.</source>
        <translation>Filen och säkerhetskopian finns kvar i biblioteket.</translation>
    </message>
    <message>
        <source>Complete</source>
        <extracomment>What can be done with a deployment that waits for a person: make it live</extracomment>
        <translation>Slutför</translation>
    </message>
    <message>
        <source>Makes the new database live.</source>
        <translation>Tar den nya databasen i drift.</translation>
    </message>
    <message>
        <source>Reset…</source>
        <extracomment>What can be done with a deployment that waits for a person: take it back</extracomment>
        <translation>Återställ…</translation>
    </message>
    <message>
        <source>Takes the deployment back; the environment stays as it was.</source>
        <translation>Tar tillbaka driftsättningen; miljön förblir som den var.</translation>
    </message>
    <message>
        <source>Undo import…</source>
        <extracomment>What can be done with an import: import the backup that was made before it</extracomment>
        <translation>Ångra import…</translation>
    </message>
    <message>
        <source>Prepares the import of the backup, page by page. Nothing starts yet.</source>
        <translation>Förbereder importen av säkerhetskopian, sida för sida. Inget startar ännu.</translation>
    </message>
</context>
<context>
    <name>longshore::JobsPanel</name>
    <message>
        <source>No jobs yet</source>
        <translation>Inga jobb än</translation>
    </message>
    <message>
        <source>Choose an environment and press Ctrl+E to export a database.</source>
        <translation>Välj en miljö och tryck på Ctrl+E för att exportera en databas.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobb</translation>
    </message>
    <message>
        <source>Show finished</source>
        <extracomment>Switch: also show jobs that have ended</extracomment>
        <translation>Visa avslutade</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>All transfers</source>
        <extracomment>Button with a menu: pause, resume and limit of all transfers</extracomment>
        <translation>Alla överföringar</translation>
    </message>
    <message>
        <source>Pause or resume all transfers, and limit their speed</source>
        <translation>Pausa eller återuppta alla överföringar och begränsa deras hastighet</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>Button with a menu: priority and limit of one transfer</extracomment>
        <translation>Hastighet</translation>
    </message>
    <message>
        <source>Priority and speed limit of this transfer</source>
        <translation>Överföringens prioritet och hastighetsgräns</translation>
    </message>
</context>
<context>
    <name>longshore::KeepPage</name>
    <message>
        <source>hours</source>
        <extracomment>Behind a number of hours, in the field itself</extracomment>
        <translation>timmar</translation>
    </message>
</context>
<context>
    <name>longshore::Launcher</name>
    <message>
        <source>Open the practice server&apos;s window.</source>
        <translation>Öppna övningsserverns fönster.</translation>
    </message>
    <message>
        <source>Write a picture of every screen into DIR and end.</source>
        <translation>Skriv en bild av varje skärm till DIR och avsluta.</translation>
    </message>
    <message>
        <source>With --tour: dark colours.</source>
        <translation>Med --tour: mörka färger.</translation>
    </message>
    <message>
        <source>A database package or SQL dump to look at; nothing starts by itself.</source>
        <extracomment>The command line: what may follow the name of the program</extracomment>
        <translation>Ett databaspaket eller en SQL-dump att granska; inget startar av sig självt.</translation>
    </message>
</context>
<context>
    <name>longshore::LibraryModel</name>
    <message>
        <source>%1 bytes</source>
        <extracomment>%1 is an exact number</extracomment>
        <translation>%1 byte</translation>
    </message>
    <message>
        <source>Verified %1</source>
        <extracomment>About a file. %1 is a moment: &quot;today 06:12&quot;</extracomment>
        <translation>Kontrollerad %1</translation>
    </message>
    <message>
        <source>Verified</source>
        <extracomment>About a file
----------
Column: when a file was checked</extracomment>
        <translation>Kontrollerad</translation>
    </message>
    <message>
        <source>File is gone</source>
        <extracomment>About a file</extracomment>
        <translation>Filen är borta</translation>
    </message>
    <message>
        <source>Damaged</source>
        <extracomment>About a file</extracomment>
        <translation>Skadad</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <extracomment>About a file</extracomment>
        <translation>Inte kontrollerad än</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>Column: name of a file</extracomment>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Site / Environment</source>
        <extracomment>Column: where a file came from</extracomment>
        <translation>Webbplats / Miljö</translation>
    </message>
    <message>
        <source>Tier</source>
        <extracomment>Column: Production, Staging, Test, Development</extracomment>
        <translation>Nivå</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>Column: when a file was exported</extracomment>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>Column: of a file</extracomment>
        <translation>Storlek</translation>
    </message>
    <message>
        <source>Undo file</source>
        <extracomment>About a file: the backup that was made before an import</extracomment>
        <translation>Ångrafil</translation>
    </message>
    <message>
        <source>Pinned</source>
        <extracomment>About a file: it is kept until the person unpins it</extracomment>
        <translation>Fäst</translation>
    </message>
    <message>
        <source>It holds what an import into %1 replaced, and takes that import back.</source>
        <translation>Den innehåller det som en import till %1 ersatte, och tar tillbaka importen.</translation>
    </message>
    <message>
        <source>You pinned it; it is kept until you unpin it.</source>
        <translation>Du har fäst den; den behålls tills du lossar den.</translation>
    </message>
</context>
<context>
    <name>longshore::LibraryPage</name>
    <message>
        <source>Nothing here yet</source>
        <translation>Ingenting här än</translation>
    </message>
    <message>
        <source>Every database you export is filed here after it was downloaded and verified. Choose an environment and press Ctrl+E.</source>
        <translation>Varje databas du exporterar läggs här när den har hämtats och kontrollerats. Välj en miljö och tryck på Ctrl+E.</translation>
    </message>
    <message>
        <source>No file matches</source>
        <translation>Ingen fil matchar</translation>
    </message>
    <message>
        <source>Change or clear the filter to see the files again.</source>
        <translation>Ändra eller rensa filtret för att se filerna igen.</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>Caption of a fact about a file: its path</extracomment>
        <translation>Fil</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <extracomment>Caption of a fact about a file: its fingerprint</extracomment>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Name at the service</source>
        <extracomment>Caption of a fact about a file: its name at the service</extracomment>
        <translation>Namn hos tjänsten</translation>
    </message>
    <message>
        <source>Exported</source>
        <extracomment>Caption of a fact about a file: when</extracomment>
        <translation>Exporterad</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>Caption of a fact about a file</extracomment>
        <translation>Storlek</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Visa i mapp</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Kontrollera igen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Kopiera som text</translation>
    </message>
    <message>
        <source>Move to trash…</source>
        <translation>Flytta till papperskorgen…</translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation>Stoppa kontrollen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <extracomment>%1 is a size</extracomment>
        <translation>
            <numerusform>%n fil, %1</numerusform>
            <numerusform>%n filer, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a place (&quot;Contoso / Production&quot;), %2 a database (&quot;CMS&quot;)</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <extracomment>%1 is a size (&quot;18.4 GB&quot;), %2 the exact number of bytes</extracomment>
        <translation>%1 (%2 byte)</translation>
    </message>
    <message>
        <source>Checked %1 of %2</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>Kontrollerat %1 av %2</translation>
    </message>
    <message>
        <source>%1 is complete and unchanged.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 är fullständig och oförändrad.</translation>
    </message>
    <message>
        <source>The check of %1 was stopped. Nothing was changed.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>Kontrollen av %1 stoppades. Ingenting ändrades.</translation>
    </message>
    <message>
        <source>Move %1 to the trash?</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>Flytta %1 till papperskorgen?</translation>
    </message>
    <message>
        <source>The file (%1) leaves the library. It stays in the trash of your system until that is emptied.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>Filen (%1) tas bort från biblioteket. Den ligger kvar i systemets papperskorg tills den töms.</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <extracomment>Button: confirms the move</extracomment>
        <translation>Flytta till papperskorgen</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 ligger i papperskorgen.</translation>
    </message>
    <message>
        <source>Import to…</source>
        <extracomment>Opens the import assistant with this file</extracomment>
        <translation>Importera till…</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fäst</translation>
    </message>
    <message>
        <source>Unpin</source>
        <extracomment>Keep a file until it is unpinned, or no longer</extracomment>
        <translation>Lossa</translation>
    </message>
</context>
<context>
    <name>longshore::MainWindow</name>
    <message>
        <source>Longshore</source>
        <translation>Longshore</translation>
    </message>
    <message>
        <source>Practice server: nothing here touches a real site</source>
        <translation>Övningsserver: ingenting här rör en riktig webbplats</translation>
    </message>
    <message>
        <source>The other Longshore ended; this window carries on its jobs.</source>
        <translation>Den andra Longshore-processen avslutades; det här fönstret fortsätter med dess jobb.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Övning</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Ansluten.</translation>
    </message>
</context>
<context>
    <name>longshore::Notice</name>
    <message>
        <source>Details of the message</source>
        <translation>Detaljer om meddelandet</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Dölj detaljer</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Visa detaljer</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Stäng meddelandet</translation>
    </message>
</context>
<context>
    <name>longshore::OfflineBanner</name>
    <message>
        <source>Offline since %1. Work at the server goes on; we check again when the network is back.</source>
        <extracomment>%1 is a clock time</extracomment>
        <translation>Utan nät sedan %1. Arbetet på servern fortsätter; vi frågar igen när nätet är tillbaka.</translation>
    </message>
</context>
<context>
    <name>longshore::OptionsPage</name>
    <message>
        <source>Options</source>
        <extracomment>Page of the import assistant between target and safety</extracomment>
        <translation>Alternativ</translation>
    </message>
    <message>
        <source>This service takes no options.</source>
        <translation>Den här tjänsten tar inga alternativ.</translation>
    </message>
    <message>
        <source>It carries the dump out as it is: a table is replaced where the dump itself deletes it first, and addresses stay as they are.</source>
        <translation>Den kör dumpen som den är: en tabell ersätts där dumpen själv först tar bort den, och adresser förblir som de är.</translation>
    </message>
</context>
<context>
    <name>longshore::OverviewPage</name>
    <message>
        <source>Choose an environment to export its databases.</source>
        <translation>Välj en miljö för att exportera dess databaser.</translation>
    </message>
    <message>
        <source>All environments</source>
        <translation>Alla miljöer</translation>
    </message>
</context>
<context>
    <name>longshore::PlaceFacts</name>
    <message>
        <source>%1 to export, %2 to download</source>
        <extracomment>%1 and %2 are durations or ranges of durations</extracomment>
        <translation>%1 för export, %2 för hämtning</translation>
    </message>
    <message>
        <source>%1 to export</source>
        <extracomment>%1 is a duration or a range of durations</extracomment>
        <translation>%1 för export</translation>
    </message>
    <message>
        <source>never exported here</source>
        <translation>aldrig exporterad här</translation>
    </message>
    <message>
        <source>verified</source>
        <extracomment>The file was checked and is whole</extracomment>
        <translation>kontrollerad</translation>
    </message>
    <message>
        <source>in the library</source>
        <extracomment>The file</extracomment>
        <translation>i biblioteket</translation>
    </message>
    <message>
        <source>not in the library</source>
        <translation>inte i biblioteket</translation>
    </message>
    <message>
        <source>nothing is kept there now</source>
        <translation>ingenting behålls där nu</translation>
    </message>
    <message>
        <source>until %1 (%2 left)</source>
        <extracomment>%1 is a moment (&quot;tomorrow 06:12&quot;), %2 a duration (&quot;16 h&quot;)</extracomment>
        <translation>till %1 (%2 kvar)</translation>
    </message>
</context>
<context>
    <name>longshore::PlatformPage</name>
    <message>
        <source>Platform</source>
        <extracomment>Name of an assistant&apos;s page: which service the databases are at</extracomment>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>&amp;Start practice server</source>
        <translation>&amp;Starta övningsserver</translation>
    </message>
</context>
<context>
    <name>longshore::PresetList</name>
    <message>
        <source>Presets</source>
        <translation>Förinställningar</translation>
    </message>
    <message numerus="yes">
        <source>%1, kept %n hours on the server</source>
        <translation>
            <numerusform>%1, behålls %n timme på servern</numerusform>
            <numerusform>%1, behålls %n timmar på servern</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Kör</translation>
    </message>
    <message>
        <source>Run preset %1</source>
        <extracomment>Read aloud. %1 is the name of a preset</extracomment>
        <translation>Kör förinställningen %1</translation>
    </message>
    <message>
        <source>Open in the export wizard</source>
        <translation>Öppna i exportguiden</translation>
    </message>
    <message>
        <source>Remove preset</source>
        <translation>Ta bort förinställning</translation>
    </message>
    <message>
        <source>More for preset %1</source>
        <extracomment>Read aloud. %1 is the name of a preset</extracomment>
        <translation>Mer för förinställningen %1</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <extracomment>%1 is a database, %2 the ending of a file&apos;s name: &quot;.sql.gz&quot;</extracomment>
        <translation>%1, som %2</translation>
    </message>
</context>
<context>
    <name>longshore::QuitPlan</name>
    <message numerus="yes">
        <source>%n downloads pause and go on at the same byte next time.</source>
        <translation>
            <numerusform>%n hämtning pausas och fortsätter vid samma byte nästa gång.</numerusform>
            <numerusform>%n hämtningar pausas och fortsätter vid samma byte nästa gång.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exports keep running at the server. You will not be told until you open Longshore again.</source>
        <translation>
            <numerusform>%n export fortsätter att köras på servern. Du får inget besked förrän du öppnar Longshore igen.</numerusform>
            <numerusform>%n exporter fortsätter att köras på servern. Du får inget besked förrän du öppnar Longshore igen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs have not begun and wait for the next start.</source>
        <translation>
            <numerusform>%n jobb har inte börjat och väntar till nästa start.</numerusform>
            <numerusform>%n jobb har inte börjat och väntar till nästa start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs still need a decision from you.</source>
        <translation>
            <numerusform>%n jobb behöver fortfarande ett beslut från dig.</numerusform>
            <numerusform>%n jobb behöver fortfarande ett beslut från dig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uploads pause and go on next time with what is missing.</source>
        <translation>
            <numerusform>%n uppladdning pausas och fortsätter nästa gång med det som saknas.</numerusform>
            <numerusform>%n uppladdningar pausas och fortsätter nästa gång med det som saknas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imports keep running at the server, which replaces the database without us.</source>
        <translation>
            <numerusform>%n import fortsätter på servern, som ersätter databasen utan oss.</numerusform>
            <numerusform>%n importer fortsätter på servern, som ersätter databaserna utan oss.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imports stop before their upload and go on next time.</source>
        <translation>
            <numerusform>%n import stannar före uppladdningen och fortsätter nästa gång.</numerusform>
            <numerusform>%n importer stannar före uppladdningen och fortsätter nästa gång.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit while jobs are going on?</source>
        <translation>Avsluta medan jobb pågår?</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Avsluta</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Låt vara öppet</translation>
    </message>
</context>
<context>
    <name>longshore::RightsList</name>
    <message>
        <source>may export</source>
        <translation>får exportera</translation>
    </message>
    <message>
        <source>no right with this key</source>
        <translation>ingen behörighet med den här nyckeln</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>inte testad</translation>
    </message>
</context>
<context>
    <name>longshore::SafetyPage</name>
    <message>
        <source>Safety</source>
        <extracomment>Fourth page of the import assistant</extracomment>
        <translation>Säkerhet</translation>
    </message>
    <message>
        <source>&amp;Back up the %1 first</source>
        <extracomment>Box to tick. %1 is &quot;CMS database of Contoso / Integration&quot;</extracomment>
        <translation>&amp;Säkerhetskopiera %1 först</translation>
    </message>
    <message>
        <source>T&amp;ype %1 to go on</source>
        <extracomment>%1 is what has to be typed: &quot;contoso/Integration&quot;. The ampersand marks the key of the field</extracomment>
        <translation>Skri&amp;v %1 för att gå vidare</translation>
    </message>
</context>
<context>
    <name>longshore::SecretDialog</name>
    <message>
        <source>Secret of %1</source>
        <extracomment>%1 is the name of a connected project</extracomment>
        <translation>Hemlighet för %1</translation>
    </message>
    <message>
        <source>Your system has no password store running, so the secret is asked for at each start. It stays in memory and is never written to a file.</source>
        <translation>Inget lösenordslager körs på ditt system, så hemligheten efterfrågas vid varje start. Den stannar i minnet och skrivs aldrig till en fil.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked. Type the secret once, or cancel and unlock the keychain.</source>
        <translation>Systemets nyckelring är låst. Skriv in hemligheten en gång, eller avbryt och lås upp nyckelringen.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain holds no secret for this project.</source>
        <translation>Systemets nyckelring innehåller ingen hemlighet för det här projektet.</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Använd den</translation>
    </message>
</context>
<context>
    <name>longshore::Session</name>
    <message>
        <source>Longshore</source>
        <translation>Longshore</translation>
    </message>
    <message>
        <source>Starting the practice server</source>
        <translation>Startar övningsservern</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startar</translation>
    </message>
    <message>
        <source>The first start makes up its databases, which takes a few seconds.</source>
        <translation>Vid den första starten skapas dess databaser, vilket tar några sekunder.</translation>
    </message>
    <message>
        <source>Reading jobs, files and settings.</source>
        <translation>Läser jobb, filer och inställningar.</translation>
    </message>
</context>
<context>
    <name>longshore::SettingsDialog</name>
    <message>
        <source>Keep files in</source>
        <translation>Spara filer i</translation>
    </message>
    <message>
        <source>Extra certificates</source>
        <translation>Extra certifikat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certifikat (*.pem *.crt *.cer);;Alla filer (*)</translation>
    </message>
    <message>
        <source>The folder for files has to be a full path.</source>
        <translation>Mappen för filer måste vara en fullständig sökväg.</translation>
    </message>
    <message>
        <source>A proxy address reads http://name:port.</source>
        <translation>En proxyadress skrivs http://namn:port.</translation>
    </message>
    <message>
        <source>There is no certificate in that file. It has to be PEM text.</source>
        <translation>Det finns inget certifikat i den filen. Det måste vara PEM-text.</translation>
    </message>
    <message>
        <source>That file cannot be read.</source>
        <translation>Den filen kan inte läsas.</translation>
    </message>
    <message>
        <source>The setting was not changed.</source>
        <translation>Inställningen ändrades inte.</translation>
    </message>
</context>
<context>
    <name>longshore::SitesModel</name>
    <message>
        <source>This key has no right for %1.</source>
        <translation>Den här nyckeln saknar behörighet till %1.</translation>
    </message>
    <message>
        <source>%1 of %2, tier %3</source>
        <extracomment>Read aloud. %1 is an environment, %2 a site, %3 the tier</extracomment>
        <translation>%1 i %2, nivå %3</translation>
    </message>
    <message>
        <source>no right with this key</source>
        <translation>ingen behörighet med den här nyckeln</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs running</source>
        <translation>
            <numerusform>%n jobb körs</numerusform>
            <numerusform>%n jobb körs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs need you</source>
        <translation>
            <numerusform>%n jobb behöver dig</numerusform>
            <numerusform>%n jobb behöver dig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n environment(s)</source>
        <extracomment>%1 is the name of a connected project; %n counts its environments</extracomment>
        <translation>
            <numerusform>%1, %n miljö</numerusform>
            <numerusform>%1, %n miljöer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::SitesPanel</name>
    <message>
        <source>Filter sites</source>
        <translation>Filtrera webbplatser</translation>
    </message>
    <message>
        <source>Filter sites and environments</source>
        <translation>Filtrera webbplatser och miljöer</translation>
    </message>
    <message>
        <source>Sites and environments</source>
        <translation>Webbplatser och miljöer</translation>
    </message>
</context>
<context>
    <name>longshore::SpeedGraph</name>
    <message>
        <source>Speed over the last 2 minutes: %1 now, between %2 and %3</source>
        <extracomment>In place of a graph. %1 to %3 are speeds</extracomment>
        <translation>Hastighet de senaste 2 minuterna: %1 nu, mellan %2 och %3</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hastighet</translation>
    </message>
    <message>
        <source>up to %1</source>
        <extracomment>The highest point of a graph. %1 is a speed</extracomment>
        <translation>upp till %1</translation>
    </message>
</context>
<context>
    <name>longshore::TargetPage</name>
    <message>
        <source>Databases that can be replaced</source>
        <translation>Databaser som kan ersättas</translation>
    </message>
    <message>
        <source>What fits the target and what does not</source>
        <translation>Vad som passar målet och vad som inte gör det</translation>
    </message>
    <message>
        <source>Which database should it replace?</source>
        <translation>Vilken databas ska den ersätta?</translation>
    </message>
    <message>
        <source>Target</source>
        <extracomment>Third page of the import assistant</extracomment>
        <translation>Mål</translation>
    </message>
</context>
<context>
    <name>longshore::TargetsModel</name>
    <message>
        <source>%1 %2</source>
        <extracomment>A database of an environment. %1 is a place (&quot;Contoso / Integration&quot;), %2 is &quot;CMS&quot; or &quot;Commerce&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not possible: </source>
        <extracomment>Read aloud before the reason</extracomment>
        <translation>inte möjligt: </translation>
    </message>
</context>
<context>
    <name>longshore::TierBadge</name>
    <message>
        <source>Tier: %1</source>
        <extracomment>%1 is the tier&apos;s word, for example &quot;Production&quot;</extracomment>
        <translation>Nivå: %1</translation>
    </message>
</context>
<context>
    <name>longshore::TierBand</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud. %1 is a tier (&quot;Production&quot;), %2 a place (&quot;Contoso / Production&quot;)</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>longshore::VectorPage</name>
    <message>
        <source>Find out</source>
        <translation>Ta reda på det</translation>
    </message>
    <message>
        <source>Present (G2)</source>
        <translation>Nuvarande (G2)</translation>
    </message>
    <message>
        <source>Of early 2026 (G1)</source>
        <translation>Från början av 2026 (G1)</translation>
    </message>
    <message>
        <source>As the documentation describes it (D)</source>
        <translation>Som dokumentationen beskriver den (D)</translation>
    </message>
    <message>
        <source>Account</source>
        <extracomment>Name of an assistant&apos;s page: the account&apos;s token and its sites</extracomment>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Test and &amp;next</source>
        <translation>Testa och &amp;nästa</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>oförändrad</translation>
    </message>
    <message>
        <source>This name cannot be used.</source>
        <translation>Namnet kan inte användas.</translation>
    </message>
    <message>
        <source>The service address has to begin with https://.</source>
        <translation>Tjänstens adress måste börja med https://.</translation>
    </message>
    <message>
        <source>The token holds something that a token never has. Copy it again.</source>
        <translation>Nyckeln innehåller något som en nyckel aldrig har. Kopiera den igen.</translation>
    </message>
    <message>
        <source>Signing in and asking for the sites…</source>
        <translation>Loggar in och frågar efter webbplatserna…</translation>
    </message>
    <message>
        <source>This token sees no site.</source>
        <translation>Nyckeln ser ingen webbplats.</translation>
    </message>
    <message>
        <source>Its owner can give it the right site:read.</source>
        <translation>Dess ägare kan ge den rättigheten site:read.</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <extracomment>%1 is the name of an account at the service</extracomment>
        <translation>Inloggad.</translation>
    </message>
    <message>
        <source>Signed in to %1.</source>
        <translation>Inloggad på %1.</translation>
    </message>
    <message>
        <source>Tick the sites to connect.</source>
        <translation>Kryssa för webbplatserna som ska anslutas.</translation>
    </message>
    <message>
        <source>This token may only watch: it can neither export nor import.</source>
        <translation>Nyckeln får bara titta: den kan varken exportera eller importera.</translation>
    </message>
    <message>
        <source>For that it needs the right site:write.</source>
        <translation>För det behöver den rättigheten site:write.</translation>
    </message>
</context>
<context>
    <name>longshore::WelcomePage</name>
    <message>
        <source>Welcome to Longshore</source>
        <translation>Välkommen till Longshore</translation>
    </message>
    <message>
        <source>Gets the databases of your hosted sites to this computer, checked to the last byte.</source>
        <translation>Hämtar databaserna från dina driftade webbplatser till den här datorn, kontrollerade till sista byten.</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Anslut…</translation>
    </message>
    <message>
        <source>Try it first</source>
        <translation>Prova först</translation>
    </message>
    <message>
        <source>A practice server on this computer with made-up data. It cannot touch a real site.</source>
        <translation>En övningsserver på den här datorn med påhittade data. Den kan inte röra en riktig webbplats.</translation>
    </message>
    <message>
        <source>Start &amp;practice server</source>
        <translation>&amp;Starta övningsserver</translation>
    </message>
    <message>
        <source>Connect a project or site</source>
        <translation>Anslut ett projekt eller en webbplats</translation>
    </message>
    <message>
        <source>Your own project of Optimizely DXP, with its API key, or sites of Vector Pro, with a token.</source>
        <translation>Ditt eget projekt i Optimizely DXP, med dess API-nyckel, eller webbplatser i Vector Pro, med en token.</translation>
    </message>
</context>
<context>
    <name>longshore::WhatPage</name>
    <message>
        <source>%1 (no right with this key)</source>
        <extracomment>%1 is a place the key may not touch</extracomment>
        <translation>%1 (ingen behörighet med den här nyckeln)</translation>
    </message>
</context>
<context>
    <name>longshore::WherePage</name>
    <message>
        <source>Show it</source>
        <extracomment>Button beside &quot;A verified copy from today 06:12 is in your library.&quot;</extracomment>
        <translation>Visa den</translation>
    </message>
</context>
<context>
    <name>longshore::WindowActions</name>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportera…</translation>
    </message>
    <message>
        <source>Exports a database of the selected environment and brings it to this computer.</source>
        <translation>Exporterar en databas från den valda miljön och hämtar den till den här datorn.</translation>
    </message>
    <message>
        <source>E&amp;dit connection…</source>
        <translation>&amp;Redigera anslutning…</translation>
    </message>
    <message>
        <source>&amp;Remove connection…</source>
        <translation>&amp;Ta bort anslutning…</translation>
    </message>
    <message>
        <source>&amp;Practice server</source>
        <translation>Ö&amp;vningsserver</translation>
    </message>
    <message>
        <source>Starts a server on this computer that behaves like the service, with made-up data.</source>
        <translation>Startar en server på den här datorn som beter sig som tjänsten, med påhittade data.</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Inställningar…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Avs&amp;luta</translation>
    </message>
    <message>
        <source>Closes the program; jobs go on where they were at the next start.</source>
        <translation>Stänger programmet; jobben fortsätter där de var vid nästa start.</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Över&amp;sikt</translation>
    </message>
    <message>
        <source>All environments in one table.</source>
        <translation>Alla miljöer i en tabell.</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliotek</translation>
    </message>
    <message>
        <source>Finished files: where each came from, and whether it is still whole.</source>
        <translation>Färdiga filer: var var och en kommer ifrån och om den fortfarande är hel.</translation>
    </message>
    <message>
        <source>Go to &amp;jobs</source>
        <translation>Gå till &amp;jobb</translation>
    </message>
    <message>
        <source>Moves to the list of jobs below.</source>
        <translation>Går till listan över jobb nedanför.</translation>
    </message>
    <message>
        <source>&amp;Filter sites</source>
        <translation>&amp;Filtrera webbplatser</translation>
    </message>
    <message>
        <source>Moves to the filter above the tree.</source>
        <translation>Går till filtret ovanför trädet.</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nästa panel</translation>
    </message>
    <message>
        <source>Moves between tree, page and jobs.</source>
        <translation>Växlar mellan träd, sida och jobb.</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>Före&amp;gående panel</translation>
    </message>
    <message>
        <source>&amp;Show jobs</source>
        <translation>Visa j&amp;obb</translation>
    </message>
    <message>
        <source>Shows or hides the list of jobs below.</source>
        <translation>Visar eller döljer listan över jobb nedanför.</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>Menu</extracomment>
        <translation>&amp;Hjälp</translation>
    </message>
    <message>
        <source>Explains what is on the screen.</source>
        <translation>Förklarar det som visas på skärmen.</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>Va&amp;d är det här?</translation>
    </message>
    <message>
        <source>Explains the next thing you press.</source>
        <translation>Förklarar nästa sak du trycker på.</translation>
    </message>
    <message>
        <source>&amp;About Longshore</source>
        <translation>O&amp;m Longshore</translation>
    </message>
    <message>
        <source>Version and licence.</source>
        <translation>Version och licens.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <extracomment>Menu</extracomment>
        <translation>&amp;Arkiv</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <extracomment>Menu</extracomment>
        <translation>&amp;Jobb</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>Menu</extracomment>
        <translation>&amp;Visa</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <extracomment>Menu</extracomment>
        <translation>Verk&amp;tyg</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Verktygsrad</translation>
    </message>
    <message>
        <source>&amp;Pause all transfers</source>
        <translation>&amp;Pausa alla överföringar</translation>
    </message>
    <message>
        <source>Holds every transfer, also those still to come. Servers go on with their exports.</source>
        <translation>Håller inne alla överföringar, även de som ännu inte har börjat. Servrarna fortsätter med sina exporter.</translation>
    </message>
    <message>
        <source>Res&amp;ume all transfers</source>
        <translation>Åter&amp;uppta alla överföringar</translation>
    </message>
    <message>
        <source>Every paused transfer goes on at the same byte.</source>
        <translation>Varje pausad överföring fortsätter vid samma byte.</translation>
    </message>
    <message>
        <source>&amp;Limit speed of all transfers…</source>
        <translation>&amp;Begränsa hastigheten för alla överföringar…</translation>
    </message>
    <message>
        <source>How fast all transfers together may be; it counts at once.</source>
        <translation>Hur snabba alla överföringar tillsammans får vara; det gäller genast.</translation>
    </message>
    <message>
        <source>Where files go, proxy, certificates, speed limit and connections.</source>
        <translation>Var filer sparas, proxy, certifikat, hastighetsgräns och anslutningar.</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importera…</translation>
    </message>
    <message>
        <source>Looks at a database package or SQL dump, and replaces a database with it if you want that.</source>
        <translation>Granskar ett databaspaket eller en SQL-dump och ersätter en databas med det om du vill.</translation>
    </message>
    <message>
        <source>&amp;Connect a project or site…</source>
        <translation>&amp;Anslut projekt eller webbplats…</translation>
    </message>
    <message>
        <source>Adds a project or sites with their key and learns what the key may touch.</source>
        <translation>Lägger till ett projekt eller webbplatser med deras nyckel och tar reda på vad nyckeln får röra.</translation>
    </message>
    <message>
        <source>Changes key, secret, tiers and environments of the selected project or site.</source>
        <translation>Ändrar nyckel, hemlighet, nivåer och miljöer för valt projekt eller vald webbplats.</translation>
    </message>
    <message>
        <source>Forgets the selected project or site and its secret. Files stay where they are.</source>
        <translation>Glömmer valt projekt eller vald webbplats och dess hemlighet. Filerna ligger kvar.</translation>
    </message>
    <message>
        <source>Cop&amp;y to…</source>
        <translation>&amp;Kopiera till…</translation>
    </message>
    <message>
        <source>Replaces a database of another environment with that of the selected one.</source>
        <translation>Ersätter en annan miljös databas med den valda miljöns.</translation>
    </message>
</context>
<context>
    <name>longshore::WindowDialogs</name>
    <message>
        <source>Remove the connection to %1?</source>
        <extracomment>%1 is the name of a connected project</extracomment>
        <translation>Ta bort anslutningen till %1?</translation>
    </message>
    <message>
        <source>Its secret is removed from the keychain, and unfinished jobs of it cannot go on. Files in the library stay, and nothing changes at the service.</source>
        <translation>Dess hemlighet tas bort från nyckelringen, och dess oavslutade jobb kan inte fortsätta. Filer i biblioteket är kvar, och ingenting ändras hos tjänsten.</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Ta bort anslutning</translation>
    </message>
    <message>
        <source>About Longshore</source>
        <translation>Om Longshore</translation>
    </message>
    <message>
        <source>Longshore %1</source>
        <translation>Longshore %1</translation>
    </message>
    <message>
        <source>Gets the databases of hosted sites to this computer, checked to the last byte.

Apache License 2.0</source>
        <translation>Hämtar databaser från driftade webbplatser till den här datorn, kontrollerade till sista byten.

Apache License 2.0</translation>
    </message>
    <message>
        <source>Longshore</source>
        <translation>Longshore</translation>
    </message>
    <message>
        <source>The backup in the library</source>
        <translation>Säkerhetskopian i biblioteket</translation>
    </message>
</context>
<context>
    <name>longshore::WindowDrops</name>
    <message>
        <source>Look at %1</source>
        <extracomment>Button: look at a file that was dropped. %1 is its name</extracomment>
        <translation>Granska %1</translation>
    </message>
    <message>
        <source>Drop a database file to inspect it.
Nothing starts yet.</source>
        <translation>Släpp en databasfil för att granska den.
Inget startar än.</translation>
    </message>
    <message>
        <source>Drop a database file to inspect it.
Nothing starts yet. %1</source>
        <extracomment>%1 is a sentence: why the place under the pointer cannot be a target</extracomment>
        <translation>Släpp en databasfil för att granska den.
Inget startar än. %1</translation>
    </message>
    <message>
        <source>Drop an SQL dump to inspect it for %1.
Nothing starts yet.</source>
        <translation>Släpp en SQL-dump för att granska den för %1.
Inget startar än.</translation>
    </message>
    <message>
        <source>Drop a .bacpac to inspect it for %1.
Nothing starts yet.</source>
        <extracomment>%1 is a place (&quot;Contoso / Integration&quot;); the first line is shown larger</extracomment>
        <translation>Släpp en .bacpac för att granska den för %1.
Inget startar än.</translation>
    </message>
</context>
<context>
    <name>longshore::WindowStatus</name>
    <message>
        <source>No jobs running</source>
        <translation>Inga jobb körs</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs going on</source>
        <translation>
            <numerusform>%n jobb pågår</numerusform>
            <numerusform>%n jobb pågår</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Library: %n files, %1</source>
        <extracomment>%n counts files in the library, %1 is their size</extracomment>
        <translation>
            <numerusform>Bibliotek: %n fil, %1</numerusform>
            <numerusform>Bibliotek: %n filer, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Limit %1</source>
        <extracomment>%1 is a speed</extracomment>
        <translation>Gräns %1</translation>
    </message>
    <message>
        <source>Online</source>
        <extracomment>State of the network</extracomment>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Opens the settings of the network</source>
        <translation>Öppnar nätverksinställningarna</translation>
    </message>
</context>
<context>
    <name>longshore::Words</name>
    <message>
        <source>Development</source>
        <extracomment>How much harm a mistake does in an environment</extracomment>
        <translation>Utveckling</translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>How much harm a mistake does in an environment</extracomment>
        <translation>Test</translation>
    </message>
    <message>
        <source>Staging</source>
        <extracomment>How much harm a mistake does in an environment</extracomment>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Production</source>
        <extracomment>How much harm a mistake does in an environment</extracomment>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>CMS</source>
        <extracomment>One of the databases of an Optimizely environment</extracomment>
        <translation>CMS</translation>
    </message>
    <message>
        <source>Commerce</source>
        <extracomment>One of the databases of an Optimizely environment</extracomment>
        <translation>Commerce</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>%1 is the name of a site, %2 of one of its environments: &quot;Contoso / Production&quot;</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Optimizely DXP</source>
        <translation>Optimizely DXP</translation>
    </message>
    <message>
        <source>MySQL</source>
        <extracomment>The database of a Vector Pro environment: a kind of database server</extracomment>
        <translation>MySQL</translation>
    </message>
    <message>
        <source>Vector Pro</source>
        <translation>Vector Pro</translation>
    </message>
    <message>
        <source>Vector Pro, practice server</source>
        <translation>Vector Pro, övningsserver</translation>
    </message>
    <message>
        <source>Optimizely DXP, practice server</source>
        <translation>Optimizely DXP, övningsserver</translation>
    </message>
</context>
</TS>
