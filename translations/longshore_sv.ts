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
        <source>3  Where</source>
        <comment>Third page of the export wizard</comment>
        <translation>3  Var</translation>
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
        <source>Export &amp;id</source>
        <translation>Export-&amp;id</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Kopiera id</translation>
    </message>
    <message>
        <source>Copy the id of the export</source>
        <translation>Kopiera exportens id</translation>
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
        <source>In the DXP management portal open your project, then the API tab. Add API credentials, give them a name, and tick the environments they may touch. The portal shows the secret once: copy it together with project ID and key, and use Paste all on the next page.</source>
        <translation>Öppna ditt projekt i DXP:s administrationsportal och gå till fliken API. Lägg till API-uppgifter, ge dem ett namn och kryssa för de miljöer de får komma åt. Portalen visar hemligheten en enda gång: kopiera den tillsammans med projekt-id och nyckel, och använd Klistra in allt på nästa sida.</translation>
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
        <source>Named {site}-{environment}-{database}-{date}-{time}.bacpac; an existing file is never replaced.</source>
        <translation>Namnges {site}-{environment}-{database}-{date}-{time}.bacpac; en befintlig fil ersätts aldrig.</translation>
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
    <name>longshore::ConnectAssistant</name>
    <message>
        <source>Connect a project</source>
        <translation>Anslut ett projekt</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <extracomment>%1 is the name of a connected project</extracomment>
        <translation>Redigera %1</translation>
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
        <source>Import here is not possible: the service never overwrites the databases of %1 through its API. Import to Integration or an additional environment instead.</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>Det går inte att importera hit: tjänsten skriver aldrig över databaserna i %1 via sitt API. Importera till Integration eller en ytterligare miljö i stället.</translation>
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
        <source>Another export of this project is running; the service does one at a time.</source>
        <translation>En annan export i det här projektet körs; tjänsten gör en i taget.</translation>
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
        <source>The file is not a complete database package.</source>
        <extracomment>%1 is a part inside the file, for example &quot;model.xml&quot;</extracomment>
        <translation>Filen är inte ett fullständigt databaspaket.</translation>
    </message>
    <message>
        <source>The file is not a complete database package: see %1.</source>
        <translation>Filen är inte ett fullständigt databaspaket: se %1.</translation>
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
        <source>The name has to end in .bacpac and cannot hold / \ : * ? &quot; &lt; &gt; or |.</source>
        <translation>Namnet måste sluta på .bacpac och får inte innehålla / \ : * ? &quot; &lt; &gt; eller |.</translation>
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
</context>
<context>
    <name>longshore::JobDetails</name>
    <message>
        <source>We asked for the export and did not hear back.</source>
        <translation>Vi begärde exporten men fick inget svar.</translation>
    </message>
    <message>
        <source>It may or may not run on the server, so nothing is asked a second time. Look at the server first; adopt the export if you know its id; forget the job if it does not matter.</source>
        <translation>Den kanske körs på servern, kanske inte, så ingenting begärs en andra gång. Titta först på servern; ta över exporten om du vet dess id; glöm jobbet om det inte spelar någon roll.</translation>
    </message>
    <message>
        <source>The server goes on with this export; we no longer ask about it.</source>
        <translation>Servern fortsätter med den här exporten; vi frågar inte längre om den.</translation>
    </message>
    <message>
        <source>Watch again to download it when it is ready.</source>
        <translation>Bevaka igen för att hämta den när den är klar.</translation>
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
        <extracomment>State of a job: it needs something from the person</extracomment>
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
        <extracomment>Second step of an export</extracomment>
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
        <extracomment>Of a download that has not begun</extracomment>
        <translation>pausad: den kommer att vänta på dig</translation>
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
        <extracomment>What can be done with a job: the server goes on</extracomment>
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
        <source>The project is connected.</source>
        <translation>Projektet är anslutet.</translation>
    </message>
    <message>
        <source>The other Longshore ended; this window carries on its jobs.</source>
        <translation>Den andra Longshore-processen avslutades; det här fönstret fortsätter med dess jobb.</translation>
    </message>
    <message>
        <source>Export of %1 started.</source>
        <extracomment>%1 is a place and a database, for example &quot;Contoso / Production CMS&quot;</extracomment>
        <translation>Exporten av %1 har startat.</translation>
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
        <translation>Håll öppet</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Övning</translation>
    </message>
    <message>
        <source>Offline since %1. Exports at the server go on; we check again when the network is back.</source>
        <extracomment>%1 is a clock time</extracomment>
        <translation>Frånkopplad sedan %1. Exporter på servern fortsätter; vi kontrollerar igen när nätverket är tillbaka.</translation>
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
        <extracomment>%1 is a database, %2 a number of hours</extracomment>
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
    <message numerus="yes">
        <source>%1, project with %n environments</source>
        <extracomment>%1 is the name of a connected project; %n counts its environments</extracomment>
        <translation>
            <numerusform>%1, projekt med %n miljö</numerusform>
            <numerusform>%1, projekt med %n miljöer</numerusform>
        </translation>
    </message>
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
        <source>Connect a project</source>
        <translation>Anslut ett projekt</translation>
    </message>
    <message>
        <source>Your own Optimizely DXP project. You need its project ID and an API key.</source>
        <translation>Ditt eget Optimizely DXP-projekt. Du behöver dess projekt-id och en API-nyckel.</translation>
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
        <source>&amp;Connect a project…</source>
        <translation>&amp;Anslut ett projekt…</translation>
    </message>
    <message>
        <source>Adds a project with its key and learns what the key may touch.</source>
        <translation>Lägger till ett projekt med dess nyckel och tar reda på vad nyckeln får komma åt.</translation>
    </message>
    <message>
        <source>E&amp;dit connection…</source>
        <translation>&amp;Redigera anslutning…</translation>
    </message>
    <message>
        <source>Changes key, secret, tiers and environments of the selected project.</source>
        <translation>Ändrar nyckel, hemlighet, nivåer och miljöer för det valda projektet.</translation>
    </message>
    <message>
        <source>&amp;Remove connection…</source>
        <translation>&amp;Ta bort anslutning…</translation>
    </message>
    <message>
        <source>Forgets the selected project and its secret. Files stay where they are.</source>
        <translation>Glömmer det valda projektet och dess hemlighet. Filerna ligger kvar där de är.</translation>
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
        <extracomment>The databases of an Optimizely environment</extracomment>
        <translation>CMS</translation>
    </message>
    <message>
        <source>Commerce</source>
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
        <source>Practice server</source>
        <translation>Övningsserver</translation>
    </message>
</context>
</TS>
